import { compileSignal, knowSignals, type CompiledSignal } from './signal';
import type { Knowledge } from './types';
import type { Weights } from './weights';

/** The name, beside the code that is run, of the file that holds the library. */
export const COMPILED = 'library.json';

/** What is shipped: the knowledge and the templates of `media`, read and checked when the product is built. */
export interface CompiledLibrary {
  readonly knowledge: Knowledge;
  /** The templates' Markdown by the path below `media`. */
  readonly templates: Readonly<Record<string, string>>;
}

type Phrases = CompiledSignal['phrases'];

/** How it is kept: tables as lists of pairs, and the signals that every run needs taken apart. */
interface Kept {
  readonly knowledge: Omit<Knowledge, 'weights'>;
  readonly weights: Omit<Weights, 'statement' | 'words'>;
  readonly statement: readonly (readonly [string, readonly number[]])[];
  readonly words: readonly (readonly [string, readonly number[]])[];
  readonly signals: readonly (readonly [string, Phrases])[];
  readonly templates: CompiledLibrary['templates'];
}

/** The text that `readCompiled` reads. */
export function writeCompiled({ knowledge: { weights, ...knowledge }, templates }: CompiledLibrary): string {
  if (!weights) throw new Error('The library has no weights.');
  const { statement, words, ...others } = weights;
  const items = [...knowledge.concerns, ...knowledge.parts];
  const sources = items.flatMap(({ headings, signals, mentions }) => [...headings, ...signals, ...mentions]);
  const signals = [...new Set(sources)].map((source) => [source, compileSignal(source).phrases] as const);
  const kept: Kept = {
    knowledge,
    weights: others,
    statement: [...statement],
    words: [...words],
    signals,
    templates,
  };
  return JSON.stringify(kept);
}

/** Reads what the build has written, which was checked there. */
export function readCompiled(text: string): CompiledLibrary {
  const { knowledge, weights, statement, words, signals, templates } = JSON.parse(text) as Kept;
  knowSignals(signals.map(([source, phrases]) => ({ source, phrases })));
  return {
    knowledge: {
      ...knowledge,
      weights: { ...weights, statement: new Map(statement), words: new Map(words) },
    },
    templates,
  };
}
