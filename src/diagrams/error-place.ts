import { LineIndex } from '../document/line-index';
import type { JisonHash } from './mermaid-errors';

/**
 * Offset, in the text that was parsed, of what jison did not expect. jison tells the place of the last token it
 * understood and the text of the one it did not.
 */
export function placeOfJisonError(text: string, hash: JisonHash, message: string): number {
  const lines = new LineIndex(text);
  if (hash.loc) {
    const understood = lines.lineStart(hash.loc.last_line) + hash.loc.last_column;
    const unread = hash.text ?? '';
    if (unread.trim() === '') return endOfContent(text, understood, unread === '');
    const found = text.indexOf(unread.trim(), understood);
    return found < 0 ? understood : found;
  }
  const line = lines.lineStart(Number(/on line (\d+)/.exec(message)?.[1] ?? 1));
  // The message ends with a line of the text and a line with a mark below the place.
  const [, excerpt = '', mark = ''] = /\n(.*)\n(-*\^)/.exec(message) ?? [];
  const unread = excerpt.slice(mark.length - 1).slice(0, 12);
  const found = unread === '' ? -1 : text.indexOf(unread, line);
  return found < 0 ? line : found;
}

/** Offset of the last word, quoted or in brackets in one of the messages, that the text has; else 0. */
export function placeOfName(text: string, messages: readonly string[]): number {
  for (const message of messages) {
    const names = [
      message,
      ...[...message.matchAll(/["'(“]([^"')”]+)["')”]/g)].map((match) => match[1] ?? ''),
    ];
    for (const name of names.reverse()) {
      const at = name.trim() === '' ? -1 : lastWord(text, name.trim());
      if (at >= 0) return at;
    }
  }
  return 0;
}

/** A line that ends too early is marked at its last character, a text that does at its last line. */
function endOfContent(text: string, understood: number, atTheEnd: boolean): number {
  const upTo = atTheEnd ? text.trimEnd() : text.slice(0, understood).trimEnd();
  return Math.max(0, upTo.length - 1);
}

function lastWord(text: string, word: string): number {
  const isWord = (character: string | undefined): boolean =>
    character !== undefined && /[\w-]/.test(character);
  for (let at = text.lastIndexOf(word); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(word, at - 1)) {
    if (!isWord(text[at - 1]) && !isWord(text[at + word.length])) return at;
  }
  return -1;
}
