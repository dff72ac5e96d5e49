import type { Nodes, PhrasingContent } from 'mdast';

/** Plain text of inline content together with where each of its characters stands in the source. */
export interface InlineText {
  /** White space is not yet folded; every character of `text` has an entry in `offsets`. */
  readonly text: string;
  /** Source offset of each character of `text`. */
  readonly offsets: readonly number[];
}

/** Reads the words of inline nodes: marks, HTML and pictures are left out, inline code keeps its words. */
export function inlineText(nodes: readonly PhrasingContent[], source: string): InlineText {
  const parts: string[] = [];
  const offsets: number[] = [];
  const visit = (node: Nodes): void => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    if (node.type === 'text' || node.type === 'inlineCode') {
      parts.push(node.value);
      align(node.value, source, start, end, offsets);
    } else if (node.type === 'break') {
      parts.push('\n');
      offsets.push(start);
    } else if ('children' in node) {
      for (const child of node.children) visit(child);
    }
  };
  for (const node of nodes) visit(node);
  return { text: parts.join(''), offsets };
}

/**
 * Finds for each character of a node's value its offset in the source between `start` and `end`. They differ where
 * the source has escapes, character references, code marks, or the indentation and quote marks of continued lines.
 */
function align(value: string, source: string, start: number, end: number, offsets: number[]): void {
  if (value.length === end - start) {
    for (let i = 0; i < value.length; i++) offsets.push(start + i);
    return;
  }
  let at = start;
  for (let i = 0; i < value.length; i++) {
    const character = value[i];
    let from = at;
    while (from < end && source[from] !== character && isFiller(source[from])) from++;
    if (source[from] === character) {
      offsets.push(from);
      at = from + 1;
    } else {
      offsets.push(Math.min(at, Math.max(start, end - 1)));
      if (source[at] === '&') {
        const semicolon = source.indexOf(';', at);
        at = semicolon > 0 && semicolon < end ? semicolon + 1 : at + 1;
      }
    }
  }
}

function isFiller(character: string | undefined): boolean {
  return character !== undefined && ' \t\r\n>\\`'.includes(character);
}
