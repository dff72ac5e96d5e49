import { statementsWith } from '../document/by-piece';
import { labelOf, labelledSection } from '../document/labels';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Knowledge } from '../knowledge/types';
import type { VocabularyEntry } from '../knowledge/vocabulary';
import { wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { rowsThat } from './table-rows';

export const oneSidedOption = defineRule(
  {
    id: 'one-sided-option',
    level: 'info',
    summary: 'An option that is compared has advantages and disadvantages.',
  },
  ({ doc, reading, report }) => {
    const sides = new Map<number, Set<VocabularyEntry>>();
    for (const { statement, found: side } of sideLabels(reading.knowledge)(doc)) {
      const section = labelledSection(doc, statement);
      sides.set(section, (sides.get(section) ?? new Set()).add(side));
    }
    // Where another option beside it has both, the doc means to weigh them; a lone list of drawbacks is none.
    const weighed = new Set(
      [...sides].flatMap(([index, found]) => (found.size > 1 ? [doc.sections[index]?.parent] : [])),
    );
    for (const [index, found] of sides) {
      const section = doc.sections[index];
      const [side] = found;
      if (!section || section.depth < 2 || found.size !== 1 || !side || !weighed.has(section.parent))
        continue;
      report({ message: message(section.title, side), at: section.heading });
    }
    for (const { header, cells } of rowsOfSides(reading.knowledge)(doc)) {
      const columns = header.map((title) => sideIn(reading.knowledge, title));
      const given = new Set(
        cells.flatMap(({ cell, text }) => (/[\p{L}\p{N}]/u.test(text) ? [columns[cell?.column ?? -1]] : [])),
      );
      const [side, ...others] = [...given].filter((found) => found !== undefined);
      const [first] = cells;
      if (side && others.length === 0 && first) report({ message: message(first.text, side), at: first });
    }
  },
);

/** The statements that announce a side. */
const sideLabels = byKnowledge((knowledge) =>
  statementsWith((statement) => {
    const label = statement.quoted || statement.kind === 'cell' ? undefined : labelOf(statement);
    return label === undefined ? undefined : sideIn(knowledge, label);
  }),
);

/** The rows of tables that have a column for each side. */
const rowsOfSides = byKnowledge((knowledge) =>
  rowsThat(({ header }) => new Set(header.flatMap((title) => sideIn(knowledge, title)?.id ?? [])).size >= 2),
);

function sideIn(knowledge: Knowledge, label: string): VocabularyEntry | undefined {
  const found = wordingOf(knowledge, 'sides', label).map(({ entry }) => entry);
  return new Set(found).size === 1 ? found[0] : undefined;
}

function message(option: string, { id, say }: VocabularyEntry): string {
  const missing = id === 'for' ? 'What speaks against it' : 'What speaks for it';
  return `“${option}” has only ${say} here. ${missing}? A reader weighs options by both.`;
}
