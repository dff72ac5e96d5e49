import { WIDEST_GAP, type CompiledSignal, type Element, type Token } from './signal';

const SMALL_A = 97;

/** An element with its words as numbers, so that comparing costs next to nothing. */
interface Place {
  readonly words: ReadonlySet<number>;
  readonly afterGap: boolean;
}

interface Phrase {
  readonly places: readonly Place[];
  readonly signal: number;
  readonly bit: number;
}

interface Wanted {
  /** Bits of the phrases that must occur, and of those that must not. */
  readonly wanted: number;
  readonly unwanted: number;
}

/** Finds which of many signals match a statement, looking only at those whose first word occurs. */
export class SignalMatcher {
  private readonly signals: Wanted[] = [];
  /** Numbers of the stems, and of the words that are wanted exactly. */
  private readonly stems = new Map<string, number>();
  private readonly exact = new Map<string, number>();
  /** By the number of a first word. */
  private readonly phrases: Phrase[][] = [];
  private readonly seen: Int32Array;
  private readonly hasSmallExact: boolean;

  /** Matches are reported as indexes into `signals`. */
  constructor(signals: readonly CompiledSignal[]) {
    signals.forEach(({ phrases }, signal) => {
      let wanted = 0;
      let unwanted = 0;
      phrases.forEach(({ elements, negated }, i) => {
        const bit = 1 << i;
        if (negated) unwanted |= bit;
        else wanted |= bit;
        const places = elements.map((element) => this.placeOf(element));
        for (const word of places[0]?.words ?? []) (this.phrases[word] ??= []).push({ places, signal, bit });
      });
      this.signals.push({ wanted, unwanted });
    });
    this.seen = new Int32Array(signals.length);
    this.hasSmallExact = [...this.exact.keys()].some((text) => text.charCodeAt(0) >= SMALL_A);
  }

  /** Indexes of the signals that match, each once, in no promised order. */
  match(tokens: readonly Token[]): number[] {
    const stems = new Int32Array(tokens.length);
    const exact = new Int32Array(tokens.length);
    tokens.forEach(({ stem, text }, i) => {
      stems[i] = this.stems.get(stem) ?? -1;
      // Spares most words a look-up: what is wanted exactly mostly begins with a capital or a digit.
      const asked = this.hasSmallExact || text.charCodeAt(0) < SMALL_A;
      exact[i] = asked ? (this.exact.get(text) ?? -1) : -1;
    });
    const touched: number[] = [];
    for (let at = 0; at < tokens.length; at++) {
      this.tryPhrases(stems[at] as number, stems, exact, at, touched);
      this.tryPhrases(exact[at] as number, stems, exact, at, touched);
    }
    const matched: number[] = [];
    for (const signal of touched) {
      const { wanted, unwanted } = this.signals[signal] as Wanted;
      const seen = this.seen[signal] ?? 0;
      this.seen[signal] = 0;
      if ((seen & wanted) === wanted && (seen & unwanted) === 0) matched.push(signal);
    }
    return matched;
  }

  private placeOf({ stems, exact, afterGap }: Element): Place {
    const words = new Set([
      ...stems.map((stem) => this.numberOf(this.stems, stem)),
      ...exact.map((text) => this.numberOf(this.exact, text)),
    ]);
    return { words, afterGap };
  }

  private numberOf(numbers: Map<string, number>, word: string): number {
    let number = numbers.get(word);
    if (number === undefined) numbers.set(word, (number = this.stems.size + this.exact.size));
    return number;
  }

  private tryPhrases(
    word: number,
    stems: Int32Array,
    exact: Int32Array,
    at: number,
    touched: number[],
  ): void {
    const phrases = word < 0 ? undefined : this.phrases[word];
    if (!phrases) return;
    for (const { places, signal, bit } of phrases) {
      const seen = this.seen[signal] ?? 0;
      if (seen & bit || !matchesAt(places, stems, exact, at)) continue;
      if (seen === 0) touched.push(signal);
      this.seen[signal] = seen | bit;
    }
  }
}

/** The first place is known to match at `at`. Follows all places where the others may stand, each once. */
function matchesAt(places: readonly Place[], stems: Int32Array, exact: Int32Array, at: number): boolean {
  if (places.length === 1) return true;
  if (!canFollow(places[1] as Place, stems, exact, at)) return false;
  let from = [at];
  for (let i = 1; i < places.length; i++) {
    const { words, afterGap } = places[i] as Place;
    const reach = afterGap ? WIDEST_GAP + 1 : 1;
    const next: number[] = [];
    let done = -1;
    for (const place of from) {
      const last = Math.min(place + reach, stems.length - 1);
      for (let to = Math.max(place + 1, done + 1); to <= last; to++) {
        done = to;
        if (words.has(stems[to] as number) || words.has(exact[to] as number)) next.push(to);
      }
    }
    if (next.length === 0) return false;
    from = next;
  }
  return true;
}

/** Cheap look ahead that turns most phrases away. */
function canFollow({ words, afterGap }: Place, stems: Int32Array, exact: Int32Array, at: number): boolean {
  const last = Math.min(at + (afterGap ? WIDEST_GAP + 1 : 1), stems.length - 1);
  for (let to = at + 1; to <= last; to++) {
    if (words.has(stems[to] as number) || words.has(exact[to] as number)) return true;
  }
  return false;
}
