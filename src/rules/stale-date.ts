import * as z from 'zod';
import { datesIn, monthsBetween, type NamedDate } from '../document/dates';
import { placeOfWords } from '../document/locate';
import { isSettled } from '../document/settled';
import { titleSection } from '../document/structure';
import type { DesignDoc, Section, Statement } from '../document/types';
import { stageOf } from '../knowledge/status';
import type { Knowledge } from '../knowledge/types';
import { says } from '../knowledge/wording';
import { datedStatements, doneRows, plannedDate } from './dated-words';
import { defineRule } from './define-rule';
import { lastTouched } from './last-touched';

const options = z.strictObject({
  months: z.number().int().min(1).describe('After how many months an unfinished doc is stale; 6 by default.'),
});

export const staleDate = defineRule<z.infer<typeof options>>(
  {
    id: 'stale-date',
    level: 'info',
    summary: 'A doc that is still open has no dates that have passed.',
    options,
  },
  ({ doc, reading, options: { months = 6 }, today, report }) => {
    if (stageOf(doc, reading.knowledge) !== 'open') return;
    const touched = lastTouched(reading);
    const age = touched ? monthsBetween(touched.day, today) : 0;
    if (touched && age >= months) {
      report({
        message: `This doc is still open and is ${String(age)} months old: bring it up to date, or say in its status what became of it.`,
        at: touched.at,
      });
    }
    const { knowledge } = reading;
    const title = titleSection(doc);
    const done = new Set(doneRows(knowledge)(doc).flatMap(({ cells }) => cells.map(({ start }) => start)));
    for (const { statement } of datedStatements(doc)) {
      const passed = datesIn(statement.text).filter(({ lastDay }) => lastDay < today);
      const planned = passed.length > 0 && isAhead(statement) ? plannedIn(statement, passed) : undefined;
      if (!planned) continue;
      const words = statement.text.slice(planned.start, planned.end);
      report({
        message: `${words} has passed and the doc is still open: what happened, or what is the new date?`,
        at: placeOfWords(doc, statement, planned.start, planned.end),
      });
    }

    function isAhead(statement: Statement): boolean {
      return (
        !done.has(statement.start) &&
        !isSettled(statement, doc.text) &&
        !isHistory(doc, title, knowledge, statement.section)
      );
    }

    function plannedIn({ text, cell }: Statement, passed: readonly NamedDate[]): NamedDate | undefined {
      const header = (cell && doc.tables[cell.table]?.rows[0]?.[cell.column]) ?? '';
      return says(knowledge, 'dates', 'column', header) ? passed[0] : plannedDate(knowledge, text, passed);
    }
  },
);

/** Whether a section below the title, or one above it, tells what has been. */
function isHistory(
  { sections }: DesignDoc,
  title: Section | undefined,
  knowledge: Knowledge,
  of: number,
): boolean {
  for (let at = sections[of]; at && at !== title; at = sections[at.parent])
    if (says(knowledge, 'dates', 'history', at.title)) return true;
  return false;
}
