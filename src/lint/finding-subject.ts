import { recogniseSystem } from '../knowledge/recognise-system';
import type { Reading } from '../knowledge/reading';
import type { Concern, Part, System } from '../knowledge/types';
import type { Finding } from '../rules/finding';

const CONCERN_RULES: readonly string[] = ['missing-concern', 'vague-concern'];

/** Whether a rule reports that something is not answered. */
export function asksForAnswer(rule: string): boolean {
  return rule.startsWith('missing-') || CONCERN_RULES.includes(rule);
}

/**
 * What the knowledge holds about the subject of a finding: its concern, its part, or the kind of system whose checklist
 * it stands in. Undefined for a finding about the doc's own words.
 */
export function subjectOf(
  { doc, knowledge }: Reading,
  { rule, subject }: Pick<Finding, 'rule' | 'subject'>,
): Concern | Part | System | undefined {
  if (subject === null) return undefined;
  if (rule === 'missing-checklist-item') {
    const system = recogniseSystem(doc, knowledge);
    return knowledge.systems.find(({ id }) => id === system?.id);
  }
  const of = CONCERN_RULES.includes(rule) ? knowledge.concerns : knowledge.parts;
  return of.find(({ id }) => id === subject);
}
