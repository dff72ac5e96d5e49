import { isPlaceholder } from '../document/placeholders';
import { isWithin } from '../document/structure';
import type { Statement } from '../document/types';
import type { Reading } from '../knowledge/reading';
import { only, wordingOf, wordingsOf } from '../knowledge/wording';
import { sectionOf } from './places';

/** A statement of a requirement, with its index in the doc. */
export interface Requirement {
  readonly statement: Statement;
  readonly index: number;
}

export const REQUIREMENT_PARTS = ['goals', 'functional-requirements', 'quality-requirements'];

/**
 * What is asked for in the doc's own sections for the parts named: items, cells, and sentences that say so. What tells
 * how things are today, or stands in the background, is none, nor are headings, table headers, quotations and prompts.
 */
export function requirementsIn(
  reading: Reading,
  parts: readonly string[] = REQUIREMENT_PARTS,
): Requirement[] {
  const { doc } = reading;
  const sections = parts.flatMap((id) => sectionOf(reading, id)?.index ?? []);
  if (sections.length === 0) return [];
  const wordings = wordingsOf(reading.knowledge, doc);
  const isBackground = doc.sections.map(
    ({ title }) =>
      title !== '' && only(wordingOf(reading.knowledge, title), 'requirements', 'background').length > 0,
  );
  const nonGoals = sectionOf(reading, 'non-goals')?.index;
  return doc.statements.flatMap((statement, index) => {
    const { kind, quoted, cell, section } = statement;
    if (kind === 'heading' || quoted || cell?.row === 0 || isPlaceholder(statement)) return [];
    if (!sections.some((own) => isWithin(doc, section, own))) return [];
    const said = only(wordings[index], 'requirements').filter(({ entry }) => entry.id !== 'background');
    if (said.some(({ entry }) => entry.id === 'found')) return [];
    if ((kind === 'sentence' || isBackground[section]) && said.length === 0) return [];
    return nonGoals !== undefined && isWithin(doc, section, nonGoals) ? [] : [{ statement, index }];
  });
}
