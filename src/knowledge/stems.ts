import { stemmer } from 'stemmer';
import { OWN_STEMS } from './own-stems';

/** A word wherever it stands; one object for all places, so that what is known of it is worked out once. */
export interface Term {
  /** As written. */
  readonly text: string;
  readonly stem: string;
  /** Tells stems apart faster than their text does; -1 where there are too many to number. */
  readonly number: number;
  /** The same for the word as written. */
  readonly exact: number;
}

/** Kept small: a doc uses a few thousand different words. */
const MOST_KNOWN_WORDS = 20_000;
const MOST_NUMBERS = 60_000;
const known = new Map<string, Term>();
const numbers = new Map<string, number>();

/** What is known of a word. */
export function termOf(word: string): Term {
  const term = known.get(word);
  if (term) return term;
  const stem = makeStem(word);
  if (numbers.size < MOST_NUMBERS) {
    numberOfStem(stem);
    numberOfExact(word);
  }
  const made = { text: word, stem, number: numbers.get(stem) ?? -1, exact: numbers.get(`=${word}`) ?? -1 };
  // What has no number may be given one later.
  if (!isNumbered(made)) return made;
  if (known.size >= MOST_KNOWN_WORDS) known.clear();
  known.set(word, made);
  return made;
}

/** Whether a term can be remembered: its numbers will not change any more. */
export function isNumbered({ number, exact }: Term): boolean {
  return number >= 0 && exact >= 0;
}

/** The number of a stem. */
export function numberOfStem(stem: string): number {
  let number = numbers.get(stem);
  if (number === undefined) numbers.set(stem, (number = numbers.size));
  return number;
}

/** The number of a word as written. */
export function numberOfExact(word: string): number {
  return numberOfStem(`=${word}`);
}

/** The stem of one word, without case and with British and American spelling alike. */
export function stemOf(word: string): string {
  return termOf(word).stem;
}

function makeStem(word: string): string {
  const plain = americanSpelling(word.toLowerCase().replace(/['’]s?$|['’]/g, ''));
  return OWN_STEMS.get(plain) ?? (plain.length > 40 ? plain : stemmer(plain));
}

function americanSpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/([a-z]{2})is(e|ed|es|ing|er|ers|ation|ations)$/, '$1iz$2')
    .replace(/lys(e|ed|es|ing|er|ers)$/, 'lyz$1')
    .replace(/our(s|ed|ing|al|able|ably)?$/, 'or$1');
}
