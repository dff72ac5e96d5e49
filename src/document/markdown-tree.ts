import type { Span } from './types';

/** A node of a Markdown text's syntax tree, in the terms of mdast but for its place. */
export type MarkdownNode =
  | Parent<'paragraph' | 'blockquote' | 'footnote' | 'list' | 'item' | 'table' | 'row' | 'cell' | 'span'>
  | (Parent<'heading'> & { /** 1 to 6. */ readonly depth: number })
  | Leaf<'rule' | 'definition' | 'break'>
  | (Leaf<'text' | 'html'> & { /** The source as it stands. */ readonly value: string })
  | (Leaf<'escaped' | 'inlineCode'> & {
      /** What the source means: an escaped character, a character reference, the words of inline code. */
      readonly value: string;
    })
  | CodeNode
  | ImageNode;

interface Leaf<Type extends string> extends Span {
  readonly type: Type;
}

interface Parent<Type extends string> extends Leaf<Type> {
  readonly children: readonly MarkdownNode[];
}

/** A fenced or indented code block. */
export interface CodeNode extends Leaf<'code'> {
  readonly language: string;
  readonly source: string;
}

/** A picture. */
export interface ImageNode extends Leaf<'image'> {
  readonly url: string;
  readonly alt: string;
}
