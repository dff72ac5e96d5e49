import type { DesignDoc, Span, Statement } from './types';

/** A longer statement is no sentence of a person's: looking for words in it once for each finding costs too much. */
const LONGEST = 10_000;

/**
 * Where words of a statement stand in the doc. `start` and `end` are offsets into the statement's text. Where marks
 * interrupt the words in the source (`43 **min**`), the whole statement.
 */
export function placeOfWords(doc: DesignDoc, statement: Statement, start: number, end: number): Span {
  const words = statement.text.slice(start, end);
  const whole = { start: statement.start, end: statement.end };
  if (words === '' || statement.text.length > LONGEST) return whole;
  const source = doc.text.slice(statement.start, statement.end);
  let at = -1;
  for (
    let from = statement.text.indexOf(words);
    from >= 0 && from <= start;
    from = statement.text.indexOf(words, from + 1)
  ) {
    at = source.indexOf(words, at + 1);
    if (at < 0) return whole;
  }
  return { start: statement.start + at, end: statement.start + at + words.length };
}
