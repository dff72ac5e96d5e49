import type { DesignDoc, Span, Statement } from './types';

/**
 * Where words of a statement stand in the doc. `start` and `end` are offsets into the statement's text. Where marks
 * interrupt the words in the source (`43 **min**`), the whole statement.
 */
export function placeOfWords(doc: DesignDoc, statement: Statement, start: number, end: number): Span {
  const words = statement.text.slice(start, end);
  if (words === '') return statement;
  let at = statement.start - 1;
  for (let from = statement.text.indexOf(words); from >= 0 && from <= start; from = statement.text.indexOf(words, from + 1)) {
    at = doc.text.indexOf(words, at + 1);
    if (at < 0 || at + words.length > statement.end) return { start: statement.start, end: statement.end };
  }
  return { start: at, end: at + words.length };
}
