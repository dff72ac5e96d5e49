import { hasSubsections, titleSection } from '../document/structure';
import type { Comment, DesignDoc, Section } from '../document/types';
import { defineRule } from './define-rule';
import type { TextEdit } from './finding';

export const emptySection = defineRule(
  {
    id: 'empty-section',
    level: 'warning',
    summary: 'Every heading has something below it.',
    givesWay: true,
  },
  ({ doc, report }) => {
    const title = titleSection(doc);
    const generated = new Set(doc.comments.filter(isForContents).map(({ section }) => section));
    for (const section of doc.sections) {
      if (section.depth === 0 || section.blocks > 0 || hasSubsections(doc, section)) continue;
      if (generated.has(section.index)) continue;
      if (section !== title)
        report({ message: message(section), at: section.heading, fixes: [removal(doc, section)] });
      else if (doc.sections.length === 2) {
        report({
          message: 'This doc is only a title so far: say in a sentence or two what is to be built, and why.',
          at: section.heading,
        });
      }
    }
  },
);

/** Whether a comment is the mark between which a tool writes the table of contents. */
function isForContents({ text }: Comment): boolean {
  return /^\s*(?:(?:start|end|begin)\s+|\/)?(?:doc)?toc\b/i.test(text);
}

function message({ title }: Section): string {
  if (title === '') return 'This heading has no words: name what follows, or remove it.';
  return `“${title}” has nothing below it: write it, or remove the heading if the doc can do without.`;
}

function removal(doc: DesignDoc, section: Section) {
  return { title: 'Remove the empty section', edits: [removalEdit(doc, section)] };
}

/** Takes the heading away with the blank lines behind it; comments and link definitions below it stay. */
function removalEdit(doc: DesignDoc, { heading, end: sectionEnd }: Section): TextEdit {
  const below = doc.text.slice(heading.end, sectionEnd);
  const end = heading.end + (below.length - below.trimStart().length);
  if (end < doc.text.length) return { start: heading.start, end, text: '' };
  const above = doc.text.slice(0, heading.start).trimEnd();
  const newline = /\r?\n/.exec(doc.text.slice(above.length))?.[0] ?? '';
  return { start: above.length, end, text: above === '' ? '' : newline };
}
