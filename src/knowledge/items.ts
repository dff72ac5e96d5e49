import { SignalMatcher, compileSignal, type CompiledSignal, type Token } from './signal';
import type { Concern, Knowledge, Part } from './types';

/** How a signal of an item was meant. */
export type Tier = 'signal' | 'mention' | 'heading';

/** Something that matched: an item's index in `CompiledItems.items` and in which of its lists the signal stood. */
export interface Hit {
  readonly item: number;
  readonly tier: Tier;
}

/** All concerns and parts with their signals made ready. */
export interface CompiledItems {
  readonly items: readonly (Concern | Part)[];
  /** What a statement's words match: signals and mentions. */
  match(tokens: readonly Token[]): Hit[];
  /** What a heading's words match: indexes of the items it speaks of. */
  matchHeading(tokens: readonly Token[]): number[];
}

const compiled = new WeakMap<Knowledge, CompiledItems>();

/** Compiles the signals of all concerns and parts, once per knowledge. */
export function compiledItems(knowledge: Knowledge): CompiledItems {
  const known = compiled.get(knowledge);
  if (known) return known;
  const items = [...knowledge.concerns, ...knowledge.parts];
  const hits: Hit[] = [];
  const signals: CompiledSignal[] = [];
  const headingItems: number[] = [];
  const headings: CompiledSignal[] = [];
  items.forEach((item, index) => {
    for (const source of item.signals) {
      signals.push(compileSignal(source));
      hits.push({ item: index, tier: 'signal' });
    }
    for (const source of item.mentions) {
      signals.push(compileSignal(source));
      hits.push({ item: index, tier: 'mention' });
    }
    for (const source of item.headings) {
      headings.push(compileSignal(source));
      headingItems.push(index);
    }
  });
  const matcher = new SignalMatcher(signals);
  const headingMatcher = new SignalMatcher(headings);
  const made: CompiledItems = {
    items,
    match: (tokens) => matcher.match(tokens).map((signal) => hits[signal] as Hit),
    matchHeading: (tokens) => [...new Set(headingMatcher.match(tokens).map((signal) => headingItems[signal] as number))],
  };
  compiled.set(knowledge, made);
  return made;
}
