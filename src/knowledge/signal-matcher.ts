import { WIDEST_GAP, type CompiledSignal, type Element } from './signal';
import { numberOfExact, numberOfStem, type Term } from './stems';
import { WordSets } from './word-sets';

/** An element: which set of words stands there, and how many words further on at most. */
interface Place {
  readonly set: number;
  readonly reach: number;
}

/** In `phrases`: its signal, its bit there, its second place's set (-1 for none) and reach, its index in `further`. */
const PHRASE = 5;

interface Wanted {
  /** Bits of the phrases that must occur, and of those that must not. */
  readonly wanted: number;
  readonly unwanted: number;
}

/** Finds which of many signals match a statement, looking only at those whose first word occurs. */
export class SignalMatcher {
  private readonly signals: Wanted[] = [];
  /** Phrases by the word they begin with, each list behind its length: laid flat, because most are only passed by. */
  private readonly phrases: Int32Array;
  /** Where in `phrases` the list of a word is, by its number; 0 for none. */
  private readonly beginning: Int32Array;
  /** The places behind a phrase's second one. */
  private readonly further: (readonly Place[])[] = [];
  private readonly seen: Int32Array;
  private readonly sets: WordSets;
  /** Of the statement being read: for each token the rows of its stem and of its exact word. */
  private rows = new Int32Array(256);

  /** Matches are reported as indexes into `signals`. */
  constructor(signals: readonly CompiledSignal[]) {
    const byWord = new Map<number, number[]>();
    const sets = new SetsOfWords();
    signals.forEach(({ phrases }, signal) => {
      let wanted = 0;
      let unwanted = 0;
      phrases.forEach(({ elements, negated }, i) => {
        const bit = 1 << i;
        if (negated) unwanted |= bit;
        else wanted |= bit;
        const [first, ...rest] = elements;
        const [second, ...further] = rest.map((element) => sets.placeOf(element));
        const phrase = [signal, bit, second?.set ?? -1, second?.reach ?? 0, this.further.push(further) - 1];
        for (const word of first ? wordsOf(first) : []) {
          const known = byWord.get(word);
          if (known) known.push(...phrase);
          else byWord.set(word, [...phrase]);
        }
      });
      this.signals.push({ wanted, unwanted });
    });
    this.sets = new WordSets(sets.all);
    this.seen = new Int32Array(signals.length);
    this.beginning = new Int32Array(Math.max(0, ...byWord.keys()) + 1);
    const flat = [0];
    for (const [word, list] of byWord) {
      this.beginning[word] = flat.length;
      flat.push(list.length / PHRASE, ...list);
    }
    this.phrases = Int32Array.from(flat);
  }

  /** Indexes of the signals that match, each once, in no promised order. */
  match(tokens: readonly Term[]): number[] {
    this.readRows(tokens);
    const touched: number[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const { number, exact } = tokens[at] as Term;
      this.tryPhrases(number, at, tokens.length, touched);
      this.tryPhrases(exact, at, tokens.length, touched);
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

  private readRows(tokens: readonly Term[]): void {
    if (this.rows.length < 2 * tokens.length) this.rows = new Int32Array(4 * tokens.length);
    for (let at = 0; at < tokens.length; at++) {
      const { number, exact } = tokens[at] as Term;
      this.rows[2 * at] = this.sets.rowOf(number);
      this.rows[2 * at + 1] = this.sets.rowOf(exact);
    }
  }

  private tryPhrases(word: number, at: number, length: number, touched: number[]): void {
    const { phrases } = this;
    const list = word >= 0 && word < this.beginning.length ? (this.beginning[word] as number) : 0;
    if (list === 0) return;
    const end = list + 1 + (phrases[list] as number) * PHRASE;
    for (let i = list + 1; i < end; i += PHRASE) {
      const signal = phrases[i] as number;
      const bit = phrases[i + 1] as number;
      const seen = this.seen[signal] as number;
      if (seen & bit || !this.follow(i, at, length)) continue;
      if (seen === 0) touched.push(signal);
      this.seen[signal] = seen | bit;
    }
  }

  /** Whether the rest of a phrase can stand behind the word at `at`. Follows all that each place may be, each once. */
  private follow(phrase: number, at: number, length: number): boolean {
    const second = this.phrases[phrase + 2] as number;
    if (second === -1) return true;
    const reach = this.phrases[phrase + 3] as number;
    // Turns most phrases away.
    if (this.nextAt(second, at + 1, at + reach, length) === length) return false;
    const further = this.further[this.phrases[phrase + 4] as number] as readonly Place[];
    if (further.length === 0) return true;
    let from: number[] = [at];
    for (const place of [{ set: second, reach }, ...further]) {
      const next: number[] = [];
      let done = -1;
      for (const before of from) {
        const last = before + place.reach;
        let to = this.nextAt(place.set, Math.max(before, done) + 1, last, length);
        for (; to < length; to = this.nextAt(place.set, to + 1, last, length)) next.push(to);
        done = Math.max(done, last);
      }
      if (next.length === 0) return false;
      from = next;
    }
    return true;
  }

  /** The first token from `from` to `last` that has a word of a set; `length` when there is none. */
  private nextAt(set: number, from: number, last: number, length: number): number {
    for (let at = from; at <= last && at < length; at++) {
      if (this.sets.hasEither(this.rows[2 * at] as number, this.rows[2 * at + 1] as number, set)) return at;
    }
    return length;
  }
}

/** Gives each different set of words one index. */
class SetsOfWords {
  readonly all: ReadonlySet<number>[] = [];
  private readonly known = new Map<string, number>();

  placeOf(element: Element): Place {
    const words = wordsOf(element);
    const key = [...words].join();
    let set = this.known.get(key);
    if (set === undefined) this.known.set(key, (set = this.all.push(words) - 1));
    return { set, reach: element.afterGap ? WIDEST_GAP + 1 : 1 };
  }
}

function wordsOf({ stems, exact }: Element): ReadonlySet<number> {
  return new Set([...stems.map(numberOfStem), ...exact.map(numberOfExact)]);
}
