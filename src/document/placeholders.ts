import { statementsThat } from './by-piece';
import type { Span, Statement } from './types';

/** Words an author leaves where something is still to be written. */
const MARKERS = /\b(?:TODO|TBD|TBC|FIXME|XXX)\b|\?\?\?|\blorem ipsum\b/g;

/** The same, to find out fast that there is none. */
const MARKER = new RegExp(MARKERS.source);

/**
 * Finds what is still to be filled in: `{what the author should say}` prompts, and words like TODO. Returns spans
 * relative to `text`. A brace that belongs to a path (`/users/{id}`), a name (`user-{id}`) or a set (`{a, b}`) is no
 * prompt: a prompt stands alone and has two words or more, or ends in an ellipsis or a question mark.
 */
export function placeholdersIn(text: string): Span[] {
  const found: Span[] = [];
  if (!text.includes('{') && !MARKER.test(text)) return found;
  let close = -1;
  let next = -1;
  for (let open = text.indexOf('{'); open >= 0; open = next) {
    next = text.indexOf('{', open + 1);
    if (close < open) close = text.indexOf('}', open);
    if (close < 0) break;
    // Only the innermost braces are looked into, so that a line of nothing but braces costs no more than any other.
    if (next >= 0 && next < close) continue;
    if (isPrompt(text.slice(open + 1, close)) && standsAlone(text, open))
      found.push({ start: open, end: close + 1 });
  }
  for (const match of text.matchAll(MARKERS)) {
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a statement is still to be written rather than saying something. */
export function isPlaceholder(statement: Statement): boolean {
  return placeholdersIn(statement.text).length > 0;
}

/** The statements of a doc that are still to be written. */
export const placeholderStatements = statementsThat(isPlaceholder);

function isPrompt(inner: string): boolean {
  const text = inner.trim();
  if (text === '') return false;
  if (/[…?]$/.test(text) || text.endsWith('...')) return true;
  if (/["=;<>]|:\s/.test(text)) return false;
  return text.split(',').some((part) => /\S\s+\S/.test(part.trim()));
}

function standsAlone(text: string, open: number): boolean {
  return open === 0 || /[\s(*_"“'~≈<>≤≥$|]/.test(text[open - 1] ?? '');
}
