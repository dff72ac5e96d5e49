import type { Section } from '../document/types';
import { defineRule } from './define-rule';

export const duplicateSection = defineRule(
  {
    id: 'duplicate-section',
    level: 'warning',
    summary: 'No two sections side by side have the same heading.',
  },
  ({ doc, report }) => {
    const first = new Map<string, Section>();
    for (const section of doc.sections) {
      if (section.depth === 0 || section.title === '') continue;
      const key = `${String(section.parent)} ${String(section.depth)} ${section.title.toLowerCase()}`;
      const earlier = first.get(key);
      first.set(key, earlier ?? section);
      if (!earlier) continue;
      const line = doc.position(earlier.heading).start.line;
      report({
        message: `“${section.title}” stands here a second time, after line ${String(line)}: join the two, or say what is different in the headings.`,
        at: section.heading,
      });
    }
  },
);
