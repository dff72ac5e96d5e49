import { statementsThat, type Found } from '../document/by-piece';
import type { DesignDoc } from '../document/types';
import { byKnowledge } from './by-knowledge';
import { WIDEST_GAP, compileSignal, tokensOf, type CompiledSignal } from './signal';
import { SignalMatcher } from './signal-matcher';
import { wordsOf, type Word } from './words';
import type { Knowledge } from './types';
import type { VocabularyEntry } from './vocabulary';

/** Words of a vocabulary found in a text. */
export interface Wording {
  readonly entry: VocabularyEntry;
  /** Half-open range of offsets into the text, from the first of the words to the last. */
  readonly start: number;
  readonly end: number;
}

const NONE: readonly Wording[] = [];

/** The words of a vocabulary, or of one of its entries, in a text, in order. Time is linear in the text. */
export function wordingOf(
  knowledge: Knowledge,
  vocabulary: string,
  text: string,
  entry = '',
): readonly Wording[] {
  return matcherOf(knowledge, vocabulary, entry).match(text);
}

/** Whether words of an entry of a vocabulary stand in a text. */
export function says(knowledge: Knowledge, vocabulary: string, entry: string, text: string): boolean {
  return matcherOf(knowledge, vocabulary, entry).isIn(text);
}

/** The statements of a doc, or of its sections that `isIn` takes, in which words of an entry of a vocabulary stand. */
export function sayingStatements(
  knowledge: Knowledge,
  vocabulary: string,
  entry: string,
  doc: DesignDoc,
  isIn?: (section: number) => boolean,
): readonly Found[] {
  return matcherOf(knowledge, vocabulary, entry).statementsOf(doc, isIn);
}

class WordingMatcher {
  private readonly matcher: SignalMatcher;
  private readonly signals: { entry: VocabularyEntry; signal: CompiledSignal }[];
  readonly statementsOf = statementsThat(({ text }) => this.isIn(text));

  constructor(entries: readonly VocabularyEntry[]) {
    this.signals = entries.flatMap((entry) =>
      entry.signals.map((source) => ({ entry, signal: compileSignal(source) })),
    );
    this.matcher = new SignalMatcher(this.signals.map(({ signal }) => signal));
  }

  match(text: string): readonly Wording[] {
    const matched = this.matcher.match(tokensOf(text));
    if (matched.length === 0) return NONE;
    const words = wordsOf(text);
    const found = matched.flatMap((index) => {
      const of = this.signals[index];
      return of ? [{ entry: of.entry, ...placeOf(of.signal, words, text) }] : [];
    });
    return found.sort((a, b) => a.start - b.start);
  }

  isIn(text: string): boolean {
    return text !== '' && this.matcher.match(tokensOf(text)).length > 0;
  }
}

const matchersOf = byKnowledge(() => new Map<string, WordingMatcher>());

function matcherOf(knowledge: Knowledge, vocabulary: string, entry: string): WordingMatcher {
  const known = matchersOf(knowledge);
  const key = `${vocabulary} ${entry}`;
  let matcher = known.get(key);
  if (!matcher) {
    const { entries = [] } = knowledge.vocabularies.find(({ id }) => id === vocabulary) ?? {};
    matcher = new WordingMatcher(entries.filter(({ id }) => entry === '' || id === entry));
    known.set(key, matcher);
  }
  return matcher;
}

type Phrase = CompiledSignal['phrases'][number];

/** Where the first part of a signal stands that must occur; the whole text where it is made of other things than words. */
function placeOf(
  { phrases }: CompiledSignal,
  words: readonly Word[],
  text: string,
): { start: number; end: number } {
  const elements = phrases.find(({ negated }) => !negated)?.elements ?? [];
  let [first, last] = [-1, Infinity];
  words.forEach((word, at) => {
    const end = isElement(elements[0], word) ? lastOf(elements, words, at) : Infinity;
    // Of several beginnings the one closest to the end.
    if (end < Infinity && end <= last) [first, last] = [at, end];
  });
  return { start: words[first]?.start ?? 0, end: words[last]?.end ?? text.length };
}

/** The index of the word on which a phrase that begins at `at` ends, the first where there are several; Infinity for none. */
function lastOf(elements: Phrase['elements'], words: readonly Word[], at: number): number {
  let places = new Set([at]);
  for (const element of elements.slice(1)) {
    const next = new Set<number>();
    const reach = element.afterGap ? WIDEST_GAP + 1 : 1;
    for (const place of places)
      for (let to = place + 1; to <= place + reach; to++) if (isElement(element, words[to])) next.add(to);
    places = next;
  }
  return Math.min(...places);
}

function isElement(element: Phrase['elements'][number] | undefined, word: Word | undefined): boolean {
  if (!element || !word) return false;
  return element.stems.includes(word.stem) || element.exact.includes(word.text);
}

const stemSets = new WeakMap<VocabularyEntry, ReadonlySet<string>>();

/** The stems of an entry's signals that are single words; empty where the knowledge has no such entry. */
export function stemsOf({ vocabularies }: Knowledge, vocabulary: string, id: string): ReadonlySet<string> {
  const entry = vocabularies.find((it) => it.id === vocabulary)?.entries.find((it) => it.id === id);
  if (!entry) return new Set();
  let stems = stemSets.get(entry);
  if (!stems) stemSets.set(entry, (stems = new Set(entry.signals.flatMap(singleStem))));
  return stems;
}

function singleStem(signal: string): string[] {
  const words = wordsOf(signal);
  return words.length === 1 && words[0] ? [words[0].stem] : [];
}
