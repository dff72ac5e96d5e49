import type { Line, MarkdownConfig } from '@lezer/markdown';

/** What the parser knows of a line and does not tell: how many of the blocks around the last line go on in it. */
type Continuing = Line & { readonly depth?: number };

/**
 * `2. words` behind a list item that it does not belong to begins a list, as CommonMark's own parser has it; this one
 * would go on with the item's paragraph, for only a list that begins with 1 may break off a paragraph.
 */
export const ListsAfterItems: MarkdownConfig = {
  parseBlock: [
    {
      name: 'ListAfterItem',
      endLeaf: (context, line: Continuing) =>
        (line.depth ?? Infinity) < context.depth && /^\d{1,9}[.)](?:\s|$)/.test(line.text.slice(line.pos)),
    },
  ],
};
