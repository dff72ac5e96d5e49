import { byText } from '../document/by-text';
import { QUANTITY_KINDS, quantitiesOf, type QuantityKind } from './quantities';
import { isNumbered, numberOfExact, numberOfStem, termOf, type Term } from './stems';
import { eachWord, wordsOf } from './words';

const NUMBER = '<number>';

/** Most words that may stand where a signal has `…`. */
export const WIDEST_GAP = 5;

/**
 * The words of a text in order, a number with its unit as one token without text. Time is linear in the text. They are
 * remembered: most rules ask for those of the same statements.
 */
export const tokensOf: (text: string) => readonly Term[] = byText(readTokens, (tokens) =>
  tokens.every(isNumbered),
);

function readTokens(text: string): readonly Term[] {
  const quantities = quantitiesOf(text);
  const tokens: Term[] = [];
  let next = 0;
  let skipTo = 0;
  const quantitiesUpTo = (place: number): void => {
    for (let at = quantities[next]; at && at.start <= place; at = quantities[++next]) {
      tokens.push(quantityToken(`<${at.kind}>`));
      skipTo = at.end;
    }
  };
  eachWord(text, (start, end) => {
    quantitiesUpTo(start);
    if (start >= skipTo)
      tokens.push(
        isNumber(text, start, end) ? numberToken(text.slice(start, end)) : termOf(text.slice(start, end)),
      );
  });
  quantitiesUpTo(text.length);
  return tokens;
}

/** A number's value says nothing to a signal that does not name it. */
function numberToken(digits: string): Term {
  return { ...termOf(digits), stem: NUMBER, number: numberOfStem(NUMBER) };
}

function quantityToken(stem: string): Term {
  return { text: '', stem, number: numberOfStem(stem), exact: numberOfExact('') };
}

function isNumber(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
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
