/** A fence as a line opens it. */
export interface Fence {
  /** One of its marks. */
  readonly mark: string;
  /** How many of them. */
  readonly length: number;
  /** Columns in front of them. */
  readonly column: number;
  /** The list mark in front of them, which begins the item that the fence stands in; `''` where there is none. */
  readonly item: string;
}

/** Columns by which code is indented: no fence is, but for what it stands in. */
const CODE = 4;

/**
 * The fence that a line opens, also as the first thing in a list item. One in a quotation is left out, and one so deep
 * that it can only stand in an item or a footnote: they end with what they stand in.
 */
export function fenceOn(line: string): Fence | undefined {
  const [opening = '', indent = '', item = '', marks = ''] = OPEN.exec(line) ?? [];
  const column = indent.length + item.length;
  if (marks === '' || column >= CODE) return undefined;
  const mark = marks.charAt(0);
  if (mark === '`' && line.includes(mark, opening.length)) return undefined;
  return { mark, length: marks.length, column, item: item.trimEnd() };
}

const OPEN = /^( *)((?:[-*+]|\d[.)]) {1,2})?(`{3,}|~{3,})/;

/** Whether a line that is not further left than the fence's content closes it. */
export function closes(line: string, { mark, length, column, item }: Fence): boolean {
  // Most lines within a fence are told by this.
  if (!line.includes(mark) || indentOf(line) - (item === '' ? 0 : column) >= CODE) return false;
  const marks = CLOSE.exec(line)?.[1] ?? '';
  return marks.startsWith(mark) && marks.length >= length;
}

const CLOSE = /^[ \t]*(`{3,}|~{3,})[ \t\r\n]*$/;

/** Columns of white space before a line's first character; a blank line counts as indented without end. */
export function indentOf(line: string): number {
  let column = 0;
  for (let i = 0; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '\t') column += CODE - (column % CODE);
    else if (character === ' ') column++;
    else return character === '\n' || character === '\r' ? Infinity : column;
  }
  return Infinity;
}
