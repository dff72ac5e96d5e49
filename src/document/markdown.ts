import type { Root } from 'mdast';
import { fromMarkdown, type Options } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';

type Extensions = Pick<Options, 'extensions' | 'mdastExtensions'>;

/** What GitHub adds to Markdown, and how a text shows that it may use it. */
const ADDITIONS: readonly { readonly sign: RegExp; readonly options: Extensions }[] = [
  { sign: /\||:-|-:/, options: { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] } },
  {
    sign: /~/,
    options: { extensions: [gfmStrikethrough()], mdastExtensions: [gfmStrikethroughFromMarkdown()] },
  },
  { sign: /\[\^/, options: { extensions: [gfmFootnote()], mdastExtensions: [gfmFootnoteFromMarkdown()] } },
  {
    sign: /\[[\sxX]\]/,
    options: { extensions: [gfmTaskListItem()], mdastExtensions: [gfmTaskListItemFromMarkdown()] },
  },
];

/**
 * The syntax tree of a Markdown text without front matter: GitHub's Markdown but for bare addresses, which GitHub makes
 * links of: they say the same as plain text, and looking for them takes a third of the time. An addition that a text
 * cannot use is left out, for every paragraph would be tried as a table first.
 */
export function markdownTree(text: string): Root {
  const used = ADDITIONS.filter(({ sign }) => sign.test(text)).map(({ options }) => options);
  return fromMarkdown(text, {
    extensions: used.flatMap(({ extensions }) => extensions ?? []),
    mdastExtensions: used.flatMap(({ mdastExtensions }) => mdastExtensions ?? []),
  });
}
