import type { Section } from '../document/types';
import { namingOf } from '../knowledge/named-after';
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
      return section && namingOf(reading.knowledge)(section.title, part) > 1 ? [{ part, section }] : [];
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
