import type { DesignDoc, Section } from '../document/types';
import { defineRule } from './define-rule';

export const emptySection = defineRule(
  {
    id: 'empty-section',
    level: 'warning',
    summary: 'Every heading has something below it.',
  },
  ({ doc, report }) => {
    for (const section of doc.sections) {
      if (section.depth === 0 || section.blocks > 0 || hasChild(doc, section)) continue;
      const only = doc.sections.length <= 2;
      report({
        message: only
          ? 'This doc is only a title so far: say in a sentence or two what it is about.'
          : `“${section.title}” has nothing below it: write it, or remove the heading if the doc can do without.`,
        at: section.heading,
        fixes: only ? [] : [{ title: 'Remove the empty section', edits: [{ start: section.start, end: section.end, text: '' }] }],
      });
    }
  },
);

function hasChild(doc: DesignDoc, section: Section): boolean {
  const next = doc.sections[section.index + 1];
  return next !== undefined && next.depth > section.depth;
}
