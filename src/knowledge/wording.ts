import type { DesignDoc, Piece } from '../document/types';
import { compileSignal, tokensOf, type CompiledSignal } from './signal';
import { SignalMatcher } from './signal-matcher';
import { wordsOf, type Word } from './stems';
import type { Knowledge } from './types';
import type { VocabularyEntry } from './vocabulary';

/** Words of a vocabulary found in a text. */
export interface Wording {
  readonly vocabulary: string;
  readonly entry: VocabularyEntry;
  /** Half-open range of offsets into the text: the words, or the first of them where they stand apart. */
  readonly start: number;
  readonly end: number;
}

const NONE: readonly Wording[] = [];

class WordingMatcher {
  private readonly matcher: SignalMatcher;
  private readonly signals: { vocabulary: string; entry: VocabularyEntry; signal: CompiledSignal }[] = [];
  private readonly pieces = new WeakMap<Piece, readonly (readonly Wording[])[]>();

  constructor({ vocabularies }: Knowledge) {
    const compiled = vocabularies.flatMap(({ id: vocabulary, entries }) =>
      entries.flatMap((entry) =>
        entry.signals.map((source) => {
          const signal = compileSignal(source);
          this.signals.push({ vocabulary, entry, signal });
          return signal;
        }),
      ),
    );
    this.matcher = new SignalMatcher(compiled);
  }

  match(text: string): readonly Wording[] {
    const matched = this.matcher.match(tokensOf(text));
    if (matched.length === 0) return NONE;
    const words = wordsOf(text);
    const found = matched.flatMap((index) => {
      const of = this.signals[index];
      return of ? [{ vocabulary: of.vocabulary, entry: of.entry, ...placeOf(of.signal, words, text) }] : [];
    });
    return found.sort((a, b) => a.start - b.start);
  }

  ofPiece(piece: Piece): readonly (readonly Wording[])[] {
    let known = this.pieces.get(piece);
    if (!known) this.pieces.set(piece, (known = piece.statements.map(({ text }) => this.match(text))));
    return known;
  }
}

type Phrase = CompiledSignal['phrases'][number];

function placeOf({ phrases }: CompiledSignal, words: readonly Word[], text: string): { start: number; end: number } {
  const elements = phrases.find(({ negated }) => !negated)?.elements ?? [];
  const isAt = (at: number): boolean => elements.every((element, i) => isElement(element, words[at + i]));
  const together = words.findIndex((_, at) => isAt(at));
  const at = together < 0 ? words.findIndex((word) => isElement(elements[0], word)) : together;
  const last = together < 0 ? at : at + elements.length - 1;
  return { start: words[at]?.start ?? 0, end: words[last]?.end ?? text.length };
}

function isElement(element: Phrase['elements'][number] | undefined, word: Word | undefined): boolean {
  if (!element || !word) return false;
  return element.stems.includes(word.stem) || element.exact.includes(word.text);
}

const matchers = new WeakMap<Knowledge, WordingMatcher>();

function matcherOf(knowledge: Knowledge): WordingMatcher {
  let matcher = matchers.get(knowledge);
  if (!matcher) matchers.set(knowledge, (matcher = new WordingMatcher(knowledge)));
  return matcher;
}

/** All words of all vocabularies in a text, in order. Time is linear in the text. */
export function wordingOf(knowledge: Knowledge, text: string): readonly Wording[] {
  return matcherOf(knowledge).match(text);
}

/** The same for every statement of a doc, by its index; read once per piece, so that an edit costs what it changed. */
export function wordingsOf(knowledge: Knowledge, doc: DesignDoc): readonly (readonly Wording[])[] {
  const matcher = matcherOf(knowledge);
  return doc.pieces.flatMap(({ piece }) => matcher.ofPiece(piece));
}

/** Those of one vocabulary, and of one of its entries where that is named. */
export function only(wordings: readonly Wording[] | undefined, vocabulary: string, entry?: string): readonly Wording[] {
  return (wordings ?? NONE).filter(
    (wording) => wording.vocabulary === vocabulary && (entry === undefined || wording.entry.id === entry),
  );
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
