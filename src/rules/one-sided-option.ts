import { statementsWith } from '../document/by-piece';
import { labelOf, labelledSection } from '../document/labels';
import type { DesignDoc } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Knowledge } from '../knowledge/types';
import type { VocabularyEntry } from '../knowledge/vocabulary';
import { says, sayingStatements, wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { rowsThat, type Row } from './table-rows';

export const oneSidedOption = defineRule(
  {
    id: 'one-sided-option',
    level: 'info',
    summary: 'An option that is compared has advantages and disadvantages.',
  },
  ({ doc, reading: { knowledge }, report }) => {
    const sides = new Map<number, Set<VocabularyEntry>>();
    for (const { statement, found: side } of sideLabels(knowledge)(doc)) {
      const section = labelledSection(doc, statement);
      sides.set(section, (sides.get(section) ?? new Set()).add(side));
    }
    // Where another option beside it has both, the doc means to weigh them; a lone list of drawbacks is none.
    const weighed = new Set(
      [...sides].flatMap(([index, found]) => (found.size > 1 ? [doc.sections[index]?.parent] : [])),
    );
    const oneSided = [...sides].flatMap(([index, [side, another]]) => {
      const section = doc.sections[index];
      const isAsked = section && section.depth >= 2 && weighed.has(section.parent);
      return isAsked && side && !another ? [{ section, side }] : [];
    });
    if (oneSided.length > 0) {
      const heard = (entry: string): ReadonlySet<number> => sectionsThatSay(doc, knowledge, entry);
      const spoken = { for: heard('for'), against: heard('against'), contrast: heard('contrast') };
      for (const { section, side } of oneSided) {
        if (spoken[otherThan(side)].has(section.index) || spoken.contrast.has(section.index)) continue;
        if (says(knowledge, 'sides', 'no-option', section.title)) continue;
        report({ message: message(section.title, side), at: section.heading });
      }
    }
    for (const row of rowsOfSides(knowledge)(doc)) {
      const side = onlySideOf(knowledge, row);
      const [first] = row.cells;
      if (side && first) report({ message: message(first.text, side), at: first });
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

/** The side whose columns alone are filled in a row, where no cell says a word of the other. */
function onlySideOf(knowledge: Knowledge, { header, cells }: Row): VocabularyEntry | undefined {
  const columns = header.map((title) => sideIn(knowledge, title));
  const given = new Set(
    cells.flatMap(({ cell, text }) => (/[\p{L}\p{N}]/u.test(text) ? [columns[cell?.column ?? -1]] : [])),
  );
  const [side, ...others] = [...given].filter((found) => found !== undefined);
  if (!side || others.length > 0) return undefined;
  const isSaid = (entry: string): boolean => cells.some(({ text }) => says(knowledge, 'sides', entry, text));
  return isSaid(otherThan(side)) || isSaid('contrast') ? undefined : side;
}

/** Indexes of the sections in which words of an entry stand, outside tables, and of all that they belong to. */
function sectionsThatSay(doc: DesignDoc, knowledge: Knowledge, entry: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { statement } of sayingStatements(knowledge, 'sides', entry, doc)) {
    let at = statement.kind === 'cell' ? -1 : statement.section;
    for (; at >= 0 && !found.has(at); at = doc.sections[at]?.parent ?? -1) found.add(at);
  }
  return found;
}

/** The entry of the side that a label announces; undefined where it announces both. */
function sideIn(knowledge: Knowledge, label: string): VocabularyEntry | undefined {
  const [pro, con] = ['for', 'against'].map((id) => wordingOf(knowledge, 'sides', label, id)[0]?.entry);
  return pro && con ? undefined : (pro ?? con);
}

function otherThan({ id }: VocabularyEntry): 'for' | 'against' {
  return id === 'for' ? 'against' : 'for';
}

function message(option: string, side: VocabularyEntry): string {
  const missing = otherThan(side) === 'against' ? 'What speaks against it' : 'What speaks for it';
  return `“${option}” has only ${side.say} here. ${missing}? A reader weighs options by both.`;
}
