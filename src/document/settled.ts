import type { Statement } from './types';

/** How far back a line is looked at: its marks stand near its beginning. */
const REACH = 300;

/** The ticked box of a list item. */
const TICKED = /^[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[[xX]\]\s/m;

/** A check mark, as a character or by its name. */
const CHECKED = /[✅✔☑]|:(?:white|heavy)_check_mark:/u;

/** Whether anything in a source text is ticked or has a check mark, as an option that was taken has. */
export function hasCheckMark(source: string): boolean {
  return CHECKED.test(source) || TICKED.test(source);
}

/**
 * Whether marks say of a statement that it is dealt with: the ticked box of its item, a line through it, or a check mark
 * in it. `text` is what the statement's offsets count in.
 */
export function isSettled({ text: words, start }: Statement, text: string): boolean {
  if (CHECKED.test(words)) return true;
  const before = text.slice(Math.max(0, start - REACH), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return TICKED.test(line) || line.split('~~').length % 2 === 0;
}
