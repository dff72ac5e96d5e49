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
export const WIDEST_GAP = 5;

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
export interface Element {
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

/** Kept because a signal is read twice: when its file is checked and when it is used. */
const compiled = new Map<string, CompiledSignal>();
const MOST_KEPT = 20_000;

/** Takes over signals that were taken apart before, when the product was built. */
export function knowSignals(signals: Iterable<CompiledSignal>): void {
  for (const signal of signals) compiled.set(signal.source, signal);
}

/** Reads one signal. Throws a `SignalError` that says what to mend. */
export function compileSignal(source: string): CompiledSignal {
  let signal = compiled.get(source);
  if (!signal) {
    signal = readSignal(source);
    if (compiled.size >= MOST_KEPT) compiled.clear();
    compiled.set(source, signal);
  }
  return signal;
}

function readSignal(source: string): CompiledSignal {
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
