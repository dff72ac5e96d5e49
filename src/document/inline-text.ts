import type { MarkdownNode } from './markdown-tree';

/** Plain text of inline content together with where each of its characters stands in the source. */
export interface InlineText {
  /** White space is not yet folded; every character of `text` has an entry in `offsets`. */
  readonly text: string;
  /** Source offset of each character of `text`. */
  readonly offsets: readonly number[];
}

/** Reads the words of inline nodes: marks, HTML and pictures are left out, inline code keeps its words. */
export function inlineText(nodes: readonly MarkdownNode[]): InlineText {
  const parts: string[] = [];
  const offsets: number[] = [];
  const visit = (node: MarkdownNode): void => {
    if (node.type === 'text' || node.type === 'inlineCode') {
      parts.push(node.value);
      for (let i = 0; i < node.value.length; i++) offsets.push(node.start + i);
    } else if (node.type === 'escaped') {
      parts.push(node.value);
      // An escaped character stands last; what a reference names has no place of its own.
      for (let i = 0; i < node.value.length; i++) offsets.push(node.end - 1);
    } else if (node.type === 'break') {
      parts.push('\n');
      offsets.push(node.start);
    } else if ('children' in node) {
      for (const child of node.children) visit(child);
    }
  };
  for (const node of nodes) visit(node);
  return { text: parts.join(''), offsets };
}
