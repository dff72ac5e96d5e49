import { statementsThat } from '../document/by-piece';
import { datesIn, type NamedDate } from '../document/dates';
import { isSettled } from '../document/settled';
import type { Statement } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Knowledge } from '../knowledge/types';
import { says, wordingOf } from '../knowledge/wording';
import { rowsThat } from './table-rows';

/** What the words of `vocabulary/dates.md` call a date. */
const DATE = 'DATE';

/** The statements that name a day, month or quarter; headings and quotations left out. */
export const datedStatements = statementsThat(
  ({ quoted, kind, text }) => !quoted && kind !== 'heading' && datesIn(text).length > 0,
);

/** Of dates in a text, in order, the first that its words speak of as coming; undefined where they tell of the past. */
export function plannedDate(
  knowledge: Knowledge,
  text: string,
  dates: readonly NamedDate[],
): NamedDate | undefined {
  let read = '';
  const ends: number[] = [];
  for (const [i, { start }] of dates.entries()) {
    read += text.slice(dates[i - 1]?.end ?? 0, start) + DATE;
    ends.push(read.length);
  }
  read += text.slice(dates[dates.length - 1]?.end ?? 0);
  if (says(knowledge, 'dates', 'past', read)) return undefined;
  const [coming] = wordingOf(knowledge, 'dates', read, 'coming');
  if (coming) return dates[ends.findIndex((end) => end > coming.start)] ?? dates[0];
  return dates.find((date) => isLabelled(knowledge, text, date));
}

const LABEL = /([^:–—]{1,40})(?::|\s[–—-])\s*$/u;

/** Whether a label such as "Launch:" stands in front of a date and nothing behind it. */
function isLabelled(knowledge: Knowledge, text: string, { start, end }: NamedDate): boolean {
  if (text.length - end > 1) return false;
  const label = LABEL.exec(text.slice(Math.max(0, start - 60), start))?.[1];
  return label !== undefined && says(knowledge, 'dates', 'milestone', label);
}

/** The rows that say in any of their cells, or by its marks, that they are dealt with. */
export const doneRows = byKnowledge((knowledge) =>
  rowsThat(({ header, cells }, piece) =>
    cells.some(
      (cell) =>
        isSettled(cell, piece.text) ||
        says(knowledge, 'dates', 'past', cell.text) ||
        saysDone(knowledge, header[cell.cell?.column ?? 0] ?? '', cell),
    ),
  ),
);

function saysDone(knowledge: Knowledge, title: string, { text }: Statement): boolean {
  const stage = wordingOf(knowledge, 'statuses', text)[0]?.entry.id;
  if (says(knowledge, 'dates', 'status-column', title)) return stage === 'decided' || stage === 'closed';
  return says(knowledge, 'dates', 'done-column', title) && stage !== 'open' && /[\p{L}\p{N}]/u.test(text);
}
