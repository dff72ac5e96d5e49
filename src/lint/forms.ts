import { frontMatterValue } from '../document/front-matter';
import type { DesignDoc } from '../document/types';
import type { Reading } from '../knowledge/reading';

/** Rules that ask for a part of the doc, which not every form of doc has. */
const PART_RULE = /^missing-(?!concern$|checklist-item$)/;
const CONCERN_RULES = new Set(['missing-concern', 'vague-concern']);

/**
 * Whether a doc of its form is asked about a subject: a decision record owes no rollout plan. Knowledge files name the
 * forms they are expected in; one that names none is expected in all.
 */
export function expects(reading: Reading, ruleId: string, subject: string | null): boolean {
  if (subject === null) return true;
  const { concerns, parts } = reading.knowledge;
  const asked = CONCERN_RULES.has(ruleId)
    ? concerns.find(({ id }) => id === subject)
    : PART_RULE.test(ruleId)
      ? parts.find(({ id }) => id === subject)
      : undefined;
  return !asked || asked.forms.length === 0 || asked.forms.includes(formOf(reading.doc));
}

/** The id of the form a doc is written in: its `template:`, else recognised from its headings, else `system-design`. */
export function formOf(doc: DesignDoc): string {
  const template = frontMatterValue(doc.frontMatter, 'template');
  if (typeof template === 'string') return template;
  const titles = new Set(doc.sections.map((section) => section.title.toLowerCase()));
  const isRecord = ['decision', 'decision outcome'].some((title) => titles.has(title));
  return isRecord ? 'adr' : 'system-design';
}
