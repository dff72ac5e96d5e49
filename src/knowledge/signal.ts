import { QUANTITY_KINDS, quantitiesOf, type QuantityKind } from './quantities';
import { wordsOf, type Word } from './stems';

/** One word or quantity of a statement, as signals see it. */
export interface Token {
  /** As written; empty for a quantity. */
  readonly text: string;
  /** `<duration>` and the like for a quantity, `<number>` for a number without a unit. */
  readonly stem: string;
}

const NUMBER = '<number>';

/** Most words that may stand where a signal has `…`. */
const WIDEST_GAP = 5;

/** The words of a text in order, a number with its unit as one quantity token. Time is linear in the text. */
export function tokensOf(text: string): Token[] {
  const words = wordsOf(text);
  for (const [i, word] of words.entries()) words[i] = withoutValue(word);
  const quantities = quantitiesOf(text);
  if (quantities.length === 0) return words;
  const tokens: Token[] = [];
  let next = 0;
  for (const quantity of quantities) {
    for (; next < words.length && (words[next]?.start ?? 0) < quantity.start; next++)
      tokens.push(words[next] as Token);
    tokens.push({ text: '', stem: `<${quantity.kind}>` });
    while (next < words.length && (words[next]?.start ?? 0) < quantity.end) next++;
  }
  for (; next < words.length; next++) tokens.push(words[next] as Token);
  return tokens;
}

/** A number's value says nothing to a signal that does not name it. */
function withoutValue(word: Word): Word {
  const first = word.text.charCodeAt(0);
  return first >= 48 && first <= 57 && /^\d+$/.test(word.text) ? { ...word, stem: NUMBER } : word;
}

/** One place in a phrase: any of these. */
interface Element {
  readonly stems: readonly string[];
  readonly exact: readonly string[];
  /** Words may stand between the element before and this one. */
  readonly afterGap: boolean;
}

interface Phrase {
  readonly elements: readonly Element[];
  readonly negated: boolean;
}

/** A signal taken apart; see the table in `docs/architecture.md`. */
export interface CompiledSignal {
  readonly source: string;
  readonly phrases: readonly Phrase[];
}

/** What is wrong with a signal, in words for its writer. */
export class SignalError extends Error {
  override readonly name = 'SignalError';
}

/** Reads one signal. Throws a `SignalError` that says what to mend. */
export function compileSignal(source: string): CompiledSignal {
  const phrases = source.split(' & ').map((part) => compilePhrase(part.trim(), source));
  if (phrases.every((phrase) => phrase.negated)) {
    throw new SignalError(`Signal \`${source}\` only says what must not occur; add a part without "!".`);
  }
  return { source, phrases };
}

function compilePhrase(part: string, source: string): Phrase {
  const negated = part.startsWith('!');
  const elements: Element[] = [];
  let afterGap = false;
  for (const word of (negated ? part.slice(1) : part).split(/\s+/)) {
    if (word === '…' || word === '...') {
      if (elements.length === 0 || afterGap)
        throw new SignalError(`Signal \`${source}\` has a gap "…" with no word before it.`);
      afterGap = true;
    } else {
      elements.push(...compileWord(word, afterGap, source));
      afterGap = false;
    }
  }
  if (afterGap) throw new SignalError(`Signal \`${source}\` ends with a gap "…"; end it with a word.`);
  return { elements, negated };
}

/** One written word; hyphenated words without alternatives become several elements, as they do in a statement. */
function compileWord(word: string, afterGap: boolean, source: string): Element[] {
  const stems: string[] = [];
  const exact: string[] = [];
  const alternatives = word.split('|');
  for (const alternative of alternatives) {
    if (alternative.startsWith('=')) {
      const names = wordsOf(alternative.slice(1));
      if (names.length !== 1)
        throw new SignalError(`Signal \`${source}\`: "${alternative}" must be one word after "=".`);
      exact.push(alternative.slice(1));
    } else if (alternative.startsWith('<')) {
      stems.push(quantityName(alternative, source));
    } else {
      const words = wordsOf(alternative);
      const first = words[0];
      if (!first) throw new SignalError(`Signal \`${source}\` has no word at "${word}".`);
      if (/^\d+$/.test(first.text)) {
        exact.push(first.text);
        continue;
      }
      if (words.length > 1) {
        if (alternatives.length > 1) {
          throw new SignalError(
            `Signal \`${source}\`: "${alternative}" is two words; alternatives stand for one word each.`,
          );
        }
        return words.map((part, i) => ({ stems: [part.stem], exact: [], afterGap: i === 0 && afterGap }));
      }
      stems.push(first.stem);
    }
  }
  return [{ stems, exact, afterGap }];
}

function quantityName(written: string, source: string): string {
  const names = [...QUANTITY_KINDS.map((kind: QuantityKind) => `<${kind}>`), NUMBER];
  if (names.includes(written)) return written;
  const kinds = names.join(', ');
  throw new SignalError(`Signal \`${source}\`: "${written}" is no quantity; use one of ${kinds}.`);
}

interface IndexedPhrase extends Phrase {
  readonly signal: number;
  readonly bit: number;
}

interface IndexedSignal {
  /** Bits of the phrases that must occur, and of those that must not. */
  readonly wanted: number;
  readonly unwanted: number;
}

/** Finds which of many signals match a statement, looking only at those whose first word occurs. */
export class SignalMatcher {
  private readonly signals: IndexedSignal[] = [];
  private readonly byStem = new Map<string, IndexedPhrase[]>();
  private readonly byText = new Map<string, IndexedPhrase[]>();
  private readonly seen: Int32Array;

  /** Matches are reported as indexes into `signals`. */
  constructor(signals: readonly CompiledSignal[]) {
    signals.forEach(({ phrases }, signal) => {
      let wanted = 0;
      let unwanted = 0;
      phrases.forEach((phrase, i) => {
        if (phrase.negated) unwanted |= 1 << i;
        else wanted |= 1 << i;
        const indexed = { ...phrase, signal, bit: 1 << i };
        const first = phrase.elements[0] as Element;
        for (const stem of new Set(first.stems)) put(this.byStem, stem, indexed);
        for (const text of new Set(first.exact)) put(this.byText, text, indexed);
      });
      this.signals.push({ wanted, unwanted });
    });
    this.seen = new Int32Array(signals.length);
  }

  /** Indexes of the signals that match, each once, in no promised order. */
  match(tokens: readonly Token[]): number[] {
    const touched: number[] = [];
    for (let at = 0; at < tokens.length; at++) {
      const token = tokens[at] as Token;
      this.tryPhrases(this.byStem.get(token.stem), tokens, at, touched);
      if (this.byText.size > 0) this.tryPhrases(this.byText.get(token.text), tokens, at, touched);
    }
    const matched: number[] = [];
    for (const signal of touched) {
      const { wanted, unwanted } = this.signals[signal] as IndexedSignal;
      const seen = this.seen[signal] ?? 0;
      this.seen[signal] = 0;
      if ((seen & wanted) === wanted && (seen & unwanted) === 0) matched.push(signal);
    }
    return matched;
  }

  private tryPhrases(
    phrases: IndexedPhrase[] | undefined,
    tokens: readonly Token[],
    at: number,
    touched: number[],
  ): void {
    if (!phrases) return;
    for (const phrase of phrases) {
      const seen = this.seen[phrase.signal] ?? 0;
      if (seen & phrase.bit || !matchesAt(phrase.elements, tokens, at)) continue;
      if (seen === 0) touched.push(phrase.signal);
      this.seen[phrase.signal] = seen | phrase.bit;
    }
  }
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The first element is known to match at `at`. Follows all places where the others may stand, each place once. */
function matchesAt(elements: readonly Element[], tokens: readonly Token[], at: number): boolean {
  if (elements.length === 1) return true;
  let places = [at];
  for (let i = 1; i < elements.length; i++) {
    const element = elements[i] as Element;
    const reach = element.afterGap ? WIDEST_GAP + 1 : 1;
    const next: number[] = [];
    let done = -1;
    for (const place of places) {
      for (let to = Math.max(place + 1, done + 1); to <= place + reach && to < tokens.length; to++) {
        done = to;
        if (fits(element, tokens[to] as Token)) next.push(to);
      }
    }
    if (next.length === 0) return false;
    places = next;
  }
  return true;
}

function fits(element: Element, token: Token): boolean {
  return (
    element.stems.includes(token.stem) || (element.exact.length > 0 && element.exact.includes(token.text))
  );
}
