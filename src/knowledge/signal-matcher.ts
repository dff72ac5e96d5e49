import { WIDEST_GAP, type CompiledSignal, type Element } from './signal';
import { numberOfExact, numberOfStem, type Term } from './stems';

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
  private readonly phrases: Phrase[][] = [];
  /** Where in `phrases` those are that begin with a word, by its number; 0 for none. */
  private readonly beginning: Int32Array;
  private readonly seen: Int32Array;

  /** Matches are reported as indexes into `signals`. */
  constructor(signals: readonly CompiledSignal[]) {
    const byWord = new Map<number, Phrase[]>();
    signals.forEach(({ phrases }, signal) => {
      let wanted = 0;
      let unwanted = 0;
      phrases.forEach(({ elements, negated }, i) => {
        const bit = 1 << i;
        if (negated) unwanted |= bit;
        else wanted |= bit;
        const places = elements.map(placeOf);
        for (const word of places[0]?.words ?? []) {
          const known = byWord.get(word);
          if (known) known.push({ places, signal, bit });
          else byWord.set(word, [{ places, signal, bit }]);
        }
      });
      this.signals.push({ wanted, unwanted });
    });
    this.seen = new Int32Array(signals.length);
    this.beginning = new Int32Array(Math.max(0, ...byWord.keys()) + 1);
    for (const [word, phrases] of byWord) this.beginning[word] = this.phrases.push(phrases);
  }

  /** Indexes of the signals that match, each once, in no promised order. */
  match(tokens: readonly Term[]): number[] {
    const touched: number[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const { number, exact } = tokens[at] as Term;
      this.tryPhrases(number, tokens, at, touched);
      this.tryPhrases(exact, tokens, at, touched);
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

  private tryPhrases(word: number, tokens: readonly Term[], at: number, touched: number[]): void {
    const list = word >= 0 && word < this.beginning.length ? (this.beginning[word] as number) : 0;
    if (list === 0) return;
    for (const { places, signal, bit } of this.phrases[list - 1] as Phrase[]) {
      const seen = this.seen[signal] as number;
      if (seen & bit || !matchesAt(places, tokens, at)) continue;
      if (seen === 0) touched.push(signal);
      this.seen[signal] = seen | bit;
    }
  }
}

function placeOf({ stems, exact, afterGap }: Element): Place {
  return { words: new Set([...stems.map(numberOfStem), ...exact.map(numberOfExact)]), afterGap };
}

/** The first place is known to match at `at`. Follows all places where the others may stand, each once. */
function matchesAt(places: readonly Place[], tokens: readonly Term[], at: number): boolean {
  if (places.length === 1) return true;
  if (!canFollow(places[1] as Place, tokens, at)) return false;
  if (places.length === 2) return true;
  let from = [at];
  for (let i = 1; i < places.length; i++) {
    const { words, afterGap } = places[i] as Place;
    const reach = afterGap ? WIDEST_GAP + 1 : 1;
    const next: number[] = [];
    let done = -1;
    for (const place of from) {
      const last = Math.min(place + reach, tokens.length - 1);
      for (let to = Math.max(place + 1, done + 1); to <= last; to++) {
        done = to;
        if (isOneOf(words, tokens[to] as Term)) next.push(to);
      }
    }
    if (next.length === 0) return false;
    from = next;
  }
  return true;
}

/** Cheap look ahead that turns most phrases away. */
function canFollow({ words, afterGap }: Place, tokens: readonly Term[], at: number): boolean {
  const last = Math.min(at + (afterGap ? WIDEST_GAP + 1 : 1), tokens.length - 1);
  for (let to = at + 1; to <= last; to++) {
    if (isOneOf(words, tokens[to] as Term)) return true;
  }
  return false;
}

function isOneOf(words: ReadonlySet<number>, { number, exact }: Term): boolean {
  return words.has(number) || words.has(exact);
}
