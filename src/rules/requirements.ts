import { statementsWith } from '../document/by-piece';
import { isPlaceholder } from '../document/placeholders';
import { isWithin } from '../document/structure';
import type { Statement } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Reading } from '../knowledge/reading';
import { says, wordingOf } from '../knowledge/wording';
import { sectionOf } from './places';

/** A statement of a requirement, with its index in the doc. */
export interface Requirement {
  readonly statement: Statement;
  readonly index: number;
  /** Where in its text it ends: what comes behind says why, or what else would be. */
  readonly until: number;
}

export const REQUIREMENT_PARTS = ['goals', 'functional-requirements', 'quality-requirements'];

/**
 * What is asked for in the doc's own sections for the parts named: items, cells, and sentences that say so. What tells
 * how things are today, or stands in the background, is none, nor are headings, table headers, quotations and prompts.
 */
export function requirementsIn(
  reading: Reading,
  parts: readonly string[] = REQUIREMENT_PARTS,
): readonly Requirement[] {
  const { doc } = reading;
  const sections = parts.flatMap((id) => sectionOf(reading, id)?.index ?? []);
  if (sections.length === 0) return [];
  const nonGoals = sectionOf(reading, 'non-goals')?.index;
  const isAsked = doc.sections.map(
    ({ index }) =>
      sections.some((own) => isWithin(doc, index, own)) &&
      (nonGoals === undefined || !isWithin(doc, index, nonGoals)),
  );
  const isBackground = doc.sections.map(
    ({ title, index }) =>
      isAsked[index] && title !== '' && says(reading.knowledge, 'requirements', 'background', title),
  );
  const isIn = (section: number): boolean => isAsked[section] ?? false;
  return possibleRequirements(reading.knowledge)(doc, isIn).flatMap(({ statement, index, found }) => {
    const isOne = found.wanted || (statement.kind !== 'sentence' && !isBackground[statement.section]);
    return isOne ? [{ statement, index, until: found.until }] : [];
  });
}

/** Statements that are requirements where they stand in the right place, and whether their words say that they are. */
const possibleRequirements = byKnowledge((knowledge) =>
  statementsWith((statement) => {
    const { kind, quoted, cell, text } = statement;
    if (kind === 'heading' || quoted || cell?.row === 0) return undefined;
    if (isPlaceholder(statement) || says(knowledge, 'requirements', 'found', text)) return undefined;
    const wanted = says(knowledge, 'requirements', 'wanted', text);
    const [aside] = wordingOf(knowledge, 'requirements', text, 'aside');
    return wanted || !aside ? { wanted, until: aside?.start ?? text.length } : undefined;
  }),
);
