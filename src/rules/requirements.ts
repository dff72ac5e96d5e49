import { isPlaceholder } from '../document/placeholders';
import { isWithin } from '../document/structure';
import type { Statement } from '../document/types';
import type { Reading } from '../knowledge/reading';
import { says } from '../knowledge/wording';
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
  const isBackground = doc.sections.map(
    ({ title }) => title !== '' && says(reading.knowledge, 'requirements', 'background', title),
  );
  const nonGoals = sectionOf(reading, 'non-goals')?.index;
  return doc.statements.flatMap((statement, index) => {
    const { kind, quoted, cell, section } = statement;
    if (kind === 'heading' || quoted || cell?.row === 0 || isPlaceholder(statement)) return [];
    if (!sections.some((own) => isWithin(doc, section, own))) return [];
    const { text } = statement;
    if (says(reading.knowledge, 'requirements', 'found', text)) return [];
    const mustSay = kind === 'sentence' || isBackground[section];
    if (mustSay && !says(reading.knowledge, 'requirements', 'wanted', text)) return [];
    return nonGoals !== undefined && isWithin(doc, section, nonGoals) ? [] : [{ statement, index }];
  });
}
