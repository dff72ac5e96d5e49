import { frontMatterValue } from '../document/front-matter';
import { recogniseSystem } from '../knowledge/recognise-system';
import type { Reading } from '../knowledge/reading';
import { asksForAnswer, subjectOf } from './finding-subject';

/**
 * Whether a doc of its form is asked about a subject: a decision record owes no rollout plan. Knowledge files name the
 * forms they are expected in; one that names none is expected in all.
 */
export function expects(reading: Reading, ruleId: string, subject: string | null): boolean {
  const asked = asksForAnswer(ruleId) ? subjectOf(reading, { rule: ruleId, subject }) : undefined;
  if (!asked || asked.kind === 'system') return true;
  return asked.forms.length === 0 || asked.forms.includes(formOf(reading));
}

/** The form of a doc that was not written from a template and is about no kind of system that is known. */
const OTHER_FORM = 'design-doc';

/**
 * The form a doc is written in: its `template:`, else `system-design` where it is about a known kind of system, else
 * `adr` where its headings are those of a decision record, else `design-doc`.
 */
function formOf({ doc, knowledge }: Reading): string {
  const template = frontMatterValue(doc.frontMatter, 'template');
  if (typeof template === 'string') return template;
  if (recogniseSystem(doc, knowledge)) return 'system-design';
  const titles = new Set(doc.sections.map((section) => section.title.toLowerCase()));
  const isRecord = ['decision', 'decision outcome'].some((title) => titles.has(title));
  return isRecord ? 'adr' : OTHER_FORM;
}
