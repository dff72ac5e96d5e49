import { markdownTree } from './markdown';
import type { DesignDoc, Span } from './types';

/**
 * The block that a place belongs to: a heading, a paragraph, a whole list or table. Undefined in front matter and
 * between blocks. Reads the piece's syntax tree anew, so it is for what a user asks for, not for every doc.
 */
export function blockAt(doc: DesignDoc, offset: number): Span | undefined {
  const placed = doc.pieces.findLast((piece) => piece.offset <= offset);
  if (!placed) return undefined;
  for (const { position } of markdownTree(placed.piece.text).children) {
    const start = placed.offset + (position?.start.offset ?? 0);
    const end = placed.offset + (position?.end.offset ?? 0);
    if (start <= offset && offset <= end) return { start, end };
  }
  return undefined;
}
