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
  const isAsked = doc.sections.map(
    ({ index }) =>
      sections.some((own) => isWithin(doc, index, own)) &&
      (nonGoals === undefined || !isWithin(doc, index, nonGoals)),
  );
  const required: Requirement[] = [];
  for (const [index, statement] of doc.statements.entries()) {
    const { kind, quoted, cell, section, text } = statement;
    if (!isAsked[section] || kind === 'heading' || quoted || cell?.row === 0) continue;
    if (isPlaceholder(statement) || says(reading.knowledge, 'requirements', 'found', text)) continue;
    const mustSay = kind === 'sentence' || isBackground[section];
    if (mustSay && !says(reading.knowledge, 'requirements', 'wanted', text)) continue;
    required.push({ statement, index });
  }
  return required;
}
