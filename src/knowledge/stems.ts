import { stemmer } from 'stemmer';

/** A word of a text with its stem and its place. */
export interface Word {
  /** As written. */
  readonly text: string;
  readonly stem: string;
  /** Half-open range of offsets into the text that was read. */
  readonly start: number;
  readonly end: number;
}

/**
 * Field words that the Porter algorithm would throw together with an everyday word (authorise with author, operator
 * with operation), or tear apart.
 */
const OWN_STEMS = new Map([
  ...family('authoriz', [
    'authorize',
    'authorizes',
    'authorized',
    'authorizing',
    'authorization',
    'authorizations',
  ]),
  ...family('author', ['author', 'authors']),
  ...family('authority', ['authority', 'authorities']),
  ...family('consistent', ['consistent', 'consistently', 'consistency']),
  ...family('inconsistent', ['inconsistent', 'inconsistently', 'inconsistency', 'inconsistencies']),
  ...family('available', ['available', 'availability']),
  ...family('unavailable', ['unavailable', 'unavailability']),
  ...family('important', ['important', 'importance', 'importantly']),
  ...family('operator', ['operator', 'operators']),
  ...family('operational', ['operational', 'operationally']),
  ...family('recover', ['recover', 'recovers', 'recovered', 'recovering', 'recovery', 'recoverable']),
  ...family('replica', ['replica', 'replicas']),
  ...family('community', ['community', 'communities']),
  ...family('generate', [
    'generate',
    'generates',
    'generated',
    'generating',
    'generation',
    'generations',
    'generator',
  ]),
  ...family('severe', ['severe', 'severely', 'severity']),
  ...family('limitation', ['limitation', 'limitations']),
  ...family('scale', ['scale', 'scales', 'scaled', 'scaling', 'scalable', 'scalability']),
  ...family('durable', ['durable', 'durably', 'durability']),
  ...family('analyze', ['analyze', 'analyzes', 'analyzed', 'analyzing', 'analysis', 'analyses']),
  ...family('fail', ['fail', 'fails', 'failed', 'failing', 'failure', 'failures']),
  ...family('accessibility', ['accessibility']),
  ...family('certification', ['certification', 'certifications', 'certify', 'certified']),
  ...family('auditor', ['auditor', 'auditors']),
  ...family('private', ['private', 'privately']),
  ...family('expensive', ['expensive', 'expensively', 'expense', 'expenses']),
]);

function family(stem: string, words: readonly string[]): [string, string][] {
  return words.map((word) => [word, stem]);
}

/** Kept small: a doc uses a few thousand different words. */
const MOST_KNOWN_WORDS = 20_000;
const known = new Map<string, string>();

/** The stem of one word, without case and with British and American spelling alike. */
export function stemOf(word: string): string {
  const cached = known.get(word);
  if (cached !== undefined) return cached;
  const plain = americanSpelling(word.toLowerCase().replace(/['’]s?$|['’]/g, ''));
  const stem = OWN_STEMS.get(plain) ?? (plain.length > 40 ? plain : stemmer(plain));
  if (known.size >= MOST_KNOWN_WORDS) known.clear();
  known.set(word, stem);
  return stem;
}

function americanSpelling(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/([a-z]{2})is(e|ed|es|ing|er|ers|ation|ations)$/, '$1iz$2')
    .replace(/lys(e|ed|es|ing|er|ers)$/, 'lyz$1')
    .replace(/our(s|ed|ing|al|able|ably)?$/, 'or$1');
}

/** Words of letters and digits; a hyphen, an underscore and a hump (`maxRetries`) part words, an apostrophe does not. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  const pattern = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    let from = match.index;
    const end = match.index + match[0].length;
    if (isHumped(match[0])) {
      for (let i = from + 1; i < end; i++) {
        if (isUpper(text.charCodeAt(i)) && isLower(text.charCodeAt(i - 1))) {
          push(words, text, from, i);
          from = i;
        }
      }
    }
    push(words, text, from, end);
  }
  return words;
}

function push(words: Word[], text: string, start: number, end: number): void {
  const word = text.slice(start, end);
  words.push({ text: word, stem: stemOf(word), start, end });
}

/** Begins in lower case and has a capital later; names such as `GitHub` stay whole. */
function isHumped(word: string): boolean {
  return isLower(word.charCodeAt(0)) && isLower(word.charCodeAt(1)) && /[A-Z]/.test(word);
}

function isUpper(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isLower(code: number): boolean {
  return code >= 97 && code <= 122;
}
