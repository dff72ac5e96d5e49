import { statementsThat } from './by-piece';
import { frontMatterTitle, titleSection } from './structure';
import type { DesignDoc, Span, Statement } from './types';

/** Words an author leaves where something is still to be written. */
const MARKERS = /\b(?:TODO|TBD|TBC|FIXME|XXX)\b|\?\?\?|\blorem ipsum\b/g;

/** The same, to find out fast that there is none. */
const MARKER = new RegExp(MARKERS.source);

/**
 * Finds what is still to be filled in: `{what the author should say}` prompts, and words like TODO. Returns spans
 * relative to `text`. A brace that belongs to a path (`/users/{id}`), a name (`user-{id}`), a key (`{tenant id}:{id}`),
 * a set (`{a, b}`), other braces or a quoted sentence is no prompt: a prompt stands alone and has two words or more, or
 * ends in an ellipsis or a question mark. A marker amid a sentence ("a TODO list") is a word like any other.
 */
export function placeholdersIn(text: string): Span[] {
  const found: Span[] = text.includes('{') ? promptsIn(text) : [];
  if (!MARKER.test(text)) return found;
  for (const match of text.matchAll(MARKERS)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (/\W/.test(match[0]) || marks(text, span)) found.push(span);
  }
  return found.sort((a, b) => a.start - b.start);
}

function promptsIn(text: string): Span[] {
  const found: Span[] = [];
  const isQuoted = quotationsOf(text);
  const opened: number[] = [];
  let last = -1;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') {
      opened.push(index);
      last = index;
      continue;
    }
    const start = opened.pop();
    if (start === undefined) continue;
    const span = { start, end: index + 1 };
    if (start !== last) {
      // What stands in the braces of a message format is no prompt, nor are they.
      while ((found[found.length - 1]?.start ?? -1) > start) found.pop();
    } else if (isPrompt(text.slice(start + 1, index)) && standsAlone(text, span) && !isQuoted(span)) {
      found.push(span);
    }
  }
  return found;
}

/** Whether a statement is still to be written rather than saying something. */
export function isPlaceholder(statement: Statement): boolean {
  return placeholdersIn(statement.text).length > 0;
}

/** The statements of a doc that are still to be written. */
export const placeholderStatements = statementsThat(isPlaceholder);

/**
 * The words like TODO by which a doc calls a thing: its title speaks of one ("TODO app"), or it is said what the letters
 * stand for ("trunk-based development (TBD)").
 */
export function namesLikeMarkers(doc: DesignDoc): ReadonlySet<string> {
  const names = new Set<string>();
  const title = frontMatterTitle(doc) ?? titleSection(doc)?.title ?? '';
  for (const { 0: word, index } of title.matchAll(MARKERS)) {
    if (/^\s\p{L}/u.test(title.slice(index + word.length))) names.add(word);
  }
  for (const { statement } of placeholderStatements(doc)) {
    for (const { 1: word = '', index } of statement.text.matchAll(/\((\p{Lu}{3,5})\)/gu)) {
      if (initialsBefore(statement.text, index, word.length) === word) names.add(word);
    }
  }
  return names;
}

function initialsBefore(text: string, at: number, count: number): string {
  const words = text.slice(Math.max(0, at - 100), at).match(/\p{L}+/gu) ?? [];
  return words
    .slice(-count)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
}

function isPrompt(inner: string): boolean {
  const text = inner.trim();
  if (text === '') return false;
  if (/[…?]$/.test(text) || text.endsWith('...')) return true;
  if (/["=;<>]|:\s/.test(text)) return false;
  return text.split(',').some((part) => /\S\s+\S/.test(part.trim()));
}

function standsAlone(text: string, { start, end }: Span): boolean {
  const isBegun = start === 0 || /[\s(*_"“'~≈<>≤≥$|]/.test(text[start - 1] ?? '');
  return isBegun && !/^[:/@#][\p{L}\p{N}{]/u.test(text.slice(end, end + 2));
}

/** Tells whether a span stands among other words in quotation marks; to be asked in the order of the text. */
function quotationsOf(text: string): (span: Span) => boolean {
  const quotations = [...text.matchAll(/"[^"]*"|“[^“”]*”/g)].map(({ 0: quotation, index }) => ({
    start: index,
    end: index + quotation.length,
    hasWords: /\p{L}/u.test(quotation.replace(/\{[^{}]*\}/g, '')),
  }));
  let at = 0;
  return ({ start }) => {
    while ((quotations[at]?.end ?? Infinity) <= start) at++;
    const quotation = quotations[at];
    return quotation !== undefined && quotation.start < start && quotation.hasWords;
  };
}

/**
 * Whether one of the words marks a gap rather than naming a thing: it begins or ends a clause, or is all that is said
 * of something ("is TBD"). What is quoted or part of a name (`XXX-123`) is talked about.
 */
function marks(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + 2);
  if (/^[-/][\p{L}\p{N}]/u.test(after) || (/["“]$/.test(before) && /^["”]/.test(after))) return false;
  return !/[\p{L}\p{N}]\s$/u.test(before) || !/^\s[\p{L}\p{N}]/u.test(after) || SAID_OF.test(before);
}

const REACH = 12;

const SAID_OF = /\b(?:is|are|be|still|remains?)\s$/;
