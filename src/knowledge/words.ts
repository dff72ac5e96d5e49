import { stemOf } from './stems';

/** A word of a text with its stem and its place. */
export interface Word {
  /** As written. */
  readonly text: string;
  readonly stem: string;
  /** Half-open range of offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, (start, end) => {
    const word = text.slice(start, end);
    words.push({ text: word, stem: stemOf(word), start, end });
  });
  return words;
}

type Visit = (start: number, end: number) => void;

/** Words of letters and digits; a hyphen, an underscore and a hump (`maxRetries`) part words, an apostrophe does not. */
export function eachWord(text: string, visit: Visit): void {
  let i = 0;
  while (i < text.length) {
    if (!isWordPart(text.charCodeAt(i))) {
      // Any character beyond ASCII may be a letter: from here on the slow way.
      if (text.charCodeAt(i) > 127) return eachWordOfAnyScript(text, i, visit);
      i++;
      continue;
    }
    const start = i;
    while (isWordPart(text.charCodeAt(i))) i++;
    while (text.charCodeAt(i) === APOSTROPHE && isLetter(text.charCodeAt(i + 1))) {
      i++;
      while (isLetter(text.charCodeAt(i))) i++;
    }
    // A word that goes on beyond ASCII is read again as a whole.
    if (text.charCodeAt(i) > 127 || (text.charCodeAt(i) === APOSTROPHE && text.charCodeAt(i + 1) > 127))
      return eachWordOfAnyScript(text, start, visit);
    atHumps(text, start, i, visit);
  }
}

function eachWordOfAnyScript(text: string, from: number, visit: Visit): void {
  const pattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    atHumps(text, match.index, match.index + match[0].length, visit);
}

/** Parts a word at its humps where it begins in lower case; names such as `GitHub` stay whole. */
function atHumps(text: string, start: number, end: number, visit: Visit): void {
  let from = start;
  if (end - start > 2 && isLower(text.charCodeAt(start)) && isLower(text.charCodeAt(start + 1))) {
    for (let i = start + 2; i < end; i++) {
      if (!isUpper(text.charCodeAt(i)) || !isLower(text.charCodeAt(i - 1))) continue;
      visit(from, i);
      from = i;
    }
  }
  visit(from, end);
}

const APOSTROPHE = 39;

function isWordPart(code: number): boolean {
  return isLower(code) || isUpper(code) || (code >= 48 && code <= 57);
}

function isLetter(code: number): boolean {
  return isLower(code) || isUpper(code);
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}
