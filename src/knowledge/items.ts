import { byKnowledge } from './by-knowledge';
import { compileSignal, type CompiledSignal } from './signal';
import type { Term } from './stems';
import { SignalMatcher } from './signal-matcher';
import type { Concern, Knowledge, Part } from './types';

/** A signal that matched. */
export interface Hit {
  /** Index in `CompiledItems.items`. */
  readonly item: number;
  /** Whether it only touches the item, which is no answer yet. */
  readonly mention: boolean;
  /** Tells signals apart, whatever item they belong to. */
  readonly signal: number;
  /** A name for the signal that stays the same as long as its text does. */
  readonly name: string;
  /** A name for what the signal shows of which item: `@c/latency+` for an answer, `@c/latency~` for a mention. */
  readonly tier: string;
}

/** All concerns and parts with their signals made ready. */
export interface CompiledItems {
  /** Concerns, then parts. */
  readonly items: readonly (Concern | Part)[];
  /** A short name for each item, the same in every knowledge: `c/latency`, `p/goals`. */
  readonly keys: readonly string[];
  /** What a statement's words match, signals and mentions, in the order of their items. */
  match(tokens: readonly Term[]): Hit[];
  /** What a heading's words match: indexes of the items it speaks of, ascending. */
  matchHeading(tokens: readonly Term[]): number[];
}

/** Compiles the signals of all concerns and parts, once per knowledge. */
export const compiledItems: (knowledge: Knowledge) => CompiledItems = byKnowledge(compile);

function compile(knowledge: Knowledge): CompiledItems {
  const items = [...knowledge.concerns, ...knowledge.parts];
  const keys = items.map(({ kind, id }) => `${kind === 'concern' ? 'c' : 'p'}/${id}`);
  const signals: CompiledSignal[] = [];
  const hits: Hit[] = [];
  const headings: CompiledSignal[] = [];
  const headingItems: number[] = [];
  items.forEach((item, index) => {
    for (const [sources, mention] of [
      [item.signals, false],
      [item.mentions, true],
    ] as const) {
      for (const source of sources) {
        const tier = `@${keys[index] ?? ''}${mention ? '~' : '+'}`;
        const name = `=${shortHash(item.id + source)}`;
        hits.push({ item: index, mention, signal: signals.length, name, tier });
        signals.push(compileSignal(source));
      }
    }
    for (const source of item.headings) {
      headings.push(compileSignal(source));
      headingItems.push(index);
    }
  });
  const matcher = new SignalMatcher(signals);
  const headingMatcher = new SignalMatcher(headings);
  const itemsOf = (matched: readonly number[]) => [
    ...new Set(matched.map((signal) => headingItems[signal] as number)),
  ];
  return {
    items,
    keys,
    match: (tokens) =>
      matcher
        .match(tokens)
        .sort((a, b) => a - b)
        .map((signal) => hits[signal] as Hit),
    matchHeading: (tokens) => itemsOf(headingMatcher.match(tokens)).sort((a, b) => a - b),
  };
}

/** FNV-1a, in few characters: weights are kept for signals under such names. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
