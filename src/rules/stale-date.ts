import * as z from 'zod';
import { statementsThat } from '../document/by-piece';
import { datesIn, monthsBetween } from '../document/dates';
import { placeOfWords } from '../document/locate';
import type { DesignDoc, FrontMatterEntry, Statement } from '../document/types';
import { stageOf } from '../knowledge/status';
import { wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';

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
    const touched = lastTouched(doc);
    const age = touched ? monthsBetween(touched.day, today) : 0;
    if (touched && age >= months) {
      report({
        message: `This doc is still open and is ${String(age)} months old: bring it up to date, or say in its status what became of it.`,
        at: touched.entry.valueSpan,
      });
    }
    for (const { statement } of datedStatements(doc)) {
      const passed = datesIn(statement.text).find(({ lastDay }) => lastDay < today);
      if (!passed || !isPlan(statement)) continue;
      const words = statement.text.slice(passed.start, passed.end);
      report({
        message: `${words} has passed and the doc is still open: what happened, or what is the new date?`,
        at: placeOfWords(doc, statement, passed.start, passed.end),
      });
    }

    function isPlan({ text, cell }: Statement): boolean {
      const header = cell && doc.tables[cell.table]?.rows[0]?.[cell.column];
      const said = [
        ...wordingOf(reading.knowledge, 'dates', text),
        ...wordingOf(reading.knowledge, 'dates', header ?? ''),
      ];
      return (
        said.some(({ entry }) => entry.id === 'coming') && !said.some(({ entry }) => entry.id === 'past')
      );
    }
  },
);

const datedStatements = statementsThat(
  ({ quoted, kind, text }) => !quoted && kind !== 'heading' && datesIn(text).length > 0,
);

const DATE_KEYS = new Set([
  'date',
  'updated',
  'last-updated',
  'last_updated',
  'lastupdated',
  'modified',
  'reviewed',
  'last-reviewed',
]);

/** The latest day of the front matter's dates. */
function lastTouched(doc: DesignDoc): { entry: FrontMatterEntry; day: string } | undefined {
  const dated = (doc.frontMatter?.entries ?? []).flatMap((entry) => {
    const [date] = DATE_KEYS.has(entry.key.toLowerCase()) ? datesIn(String(entry.value)) : [];
    return date ? [{ entry, day: date.lastDay }] : [];
  });
  return dated.sort((a, b) => (a.day < b.day ? 1 : -1))[0];
}
