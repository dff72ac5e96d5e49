import type { Section } from '../document/types';
import { wordsOf } from '../knowledge/words';
import type { Part } from '../knowledge/types';
import { defineRule } from './define-rule';
import { sectionOf } from './places';

/** Parts whose places are this far apart are never found the other way round for a reason. */
const FAR = 5;

/** Some teams want these on the first page, and are right. */
const ANYWHERE = new Set(['open-questions', 'security']);

export const sectionOrder = defineRule(
  {
    id: 'section-order',
    level: 'off',
    summary: 'The sections stand in the order in which a reader needs them.',
  },
  ({ reading, report }) => {
    const own = reading.knowledge.parts.flatMap((part) => {
      const section = sectionOf(reading, part.id);
      return section && isNamed(section.title, part) ? [{ part, section }] : [];
    });
    const reported = new Set<Section>();
    for (const { part, section } of own) {
      const before = own
        .filter((other) => other.section.parent === section.parent && other.section.start < section.start)
        .find((other) => other.part.order - part.order >= FAR && !ANYWHERE.has(other.part.id));
      if (!before || reported.has(section)) continue;
      reported.add(section);
      report({
        message: `Readers need “${section.title}” before “${before.section.title}”: move it up.`,
        at: section.heading,
        subject: part.id,
      });
    }
  },
);

/** Whether a heading is just the part's name or one of its other names: what says more may be about something else. */
function isNamed(title: string, part: Part): boolean {
  const stems = (text: string): string =>
    wordsOf(text)
      .map(({ stem }) => stem)
      .join(' ');
  const own = stems(title.replace(/[[(].*/, ''));
  return [part.heading, part.title, part.id, ...part.aliases].some((name) => stems(name) === own);
}
