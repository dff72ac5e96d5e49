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
  const [, indent = '', item = '', marks = '', info = ''] = OPEN.exec(line) ?? [];
  const column = indent.length + item.length;
  if (marks === '' || column >= CODE || (marks.startsWith('`') && info.includes('`'))) return undefined;
  return { mark: marks.charAt(0), length: marks.length, column, item: item.trimEnd() };
}

const OPEN = /^( *)((?:[-*+]|\d[.)]) {1,2})?(`{3,}|~{3,})([^]*)/;

/** Whether a line that is not further left than the fence's content closes it. */
export function closes(line: string, { mark, length, column, item }: Fence): boolean {
  const marks = CLOSE.exec(line)?.[1] ?? '';
  const content = item === '' ? 0 : column;
  return marks.startsWith(mark) && marks.length >= length && indentOf(line) - content < CODE;
}

const CLOSE = /^[ \t]*(`{3,}|~{3,})[ \t\r\n]*$/;

/** Columns of white space before a line's first character; a blank line counts as indented without end. */
export function indentOf(line: string): number {
  let column = 0;
  for (const character of line) {
    if (character === '\t') column += CODE - (column % CODE);
    else if (character === ' ') column++;
    else return '\r\n'.includes(character) ? Infinity : column;
  }
  return Infinity;
}
