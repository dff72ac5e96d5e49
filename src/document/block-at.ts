import { markdownTree } from './markdown';
import type { DesignDoc, Span } from './types';

/**
 * The block that a place belongs to: a heading, a paragraph, a whole list or table. Undefined in front matter and
 * between blocks. Reads the piece's syntax tree anew, so it is for what a user asks for, not for every doc.
 */
export function blockAt(doc: DesignDoc, offset: number): Span | undefined {
  const placed = doc.pieces.findLast((piece) => piece.offset <= offset);
  if (!placed) return undefined;
  const at = offset - placed.offset;
  const block = markdownTree(placed.piece.text).find(({ start, end }) => start <= at && at <= end);
  return block && { start: placed.offset + block.start, end: placed.offset + block.end };
}
