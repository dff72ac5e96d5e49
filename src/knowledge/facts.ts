import type { Piece } from '../document/types';
import {
  headingFeatures,
  headingName,
  statementFeatures,
  wordCounts,
  type StatementFeatures,
} from './features';
import { compiledItems, type CompiledItems } from './items';
import type { StatementFacts } from './layout';
import type { Knowledge } from './types';
import type { Weights } from './weights';

/** What a piece says, whatever stands around it. */
export interface PieceFacts {
  readonly statements: readonly StatementFacts[];
  /** For each of the piece's sections: indexes of the items its heading speaks of. */
  readonly headings: readonly (readonly number[])[];
  /** Learned score of each statement for each item, headings above it left out; row by row. */
  readonly scores: Float32Array;
  /** How often each known word occurs: index into `Scorer.words`, count, index, count … */
  readonly words: readonly number[];
}

/** Learned weights brought into the order of the items at hand. */
export interface Scorer {
  readonly items: CompiledItems;
  /** Whether weights were learned for the item. */
  readonly learned: readonly boolean[];
  readonly bias: Float32Array;
  /** What a heading that speaks of one item adds for all items, by the first. */
  readonly heading: readonly Float32Array[];
  readonly statement: ReadonlyMap<string, Float32Array>;
  /** What two stems in a row say, by the first and then the second: most words begin no such pair. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, Float32Array>>;
  readonly wordIndex: ReadonlyMap<string, number>;
  readonly words: readonly Float32Array[];
  readonly wordBias: Float32Array;
  /** Weights of the measures, by item; empty where nothing was learned. */
  readonly judgement: readonly (readonly number[])[];
}

const scorers = new WeakMap<Knowledge, Scorer>();
const kept = new WeakMap<Knowledge, WeakMap<Piece, PieceFacts>>();

/** The scorer of a knowledge, made once. */
export function scorerOf(knowledge: Knowledge): Scorer {
  let scorer = scorers.get(knowledge);
  if (!scorer) scorers.set(knowledge, (scorer = makeScorer(compiledItems(knowledge), knowledge.weights)));
  return scorer;
}

function makeScorer(items: CompiledItems, weights: Weights | undefined): Scorer {
  const columns = (weights?.items ?? []).map((key) => items.keys.indexOf(key));
  const width = items.keys.length;
  const inOrder = (values: readonly number[]) => {
    const row = new Float32Array(width);
    columns.forEach((column, i) => {
      if (column >= 0) row[column] = values[i] ?? 0;
    });
    return row;
  };
  const sparse = (values: readonly number[]) => {
    const row = new Float32Array(width);
    for (let i = 0; i + 1 < values.length; i += 2) {
      const column = columns[values[i] as number] ?? -1;
      if (column >= 0) row[column] = (values[i + 1] as number) / 100;
    }
    return row;
  };
  const statement = new Map<string, Float32Array>();
  const pairs = new Map<string, Map<string, Float32Array>>();
  for (const [name, values] of weights?.statement ?? []) {
    const [first = '', second] = name.split(' ');
    if (second === undefined) statement.set(name, sparse(values));
    else pairs.set(first, (pairs.get(first) ?? new Map<string, Float32Array>()).set(second, sparse(values)));
  }
  const wordIndex = new Map<string, number>();
  const words: Float32Array[] = [];
  for (const [name, values] of weights?.words ?? []) {
    wordIndex.set(name, words.length);
    words.push(sparse(values));
  }
  const none = new Float32Array(width);
  return {
    items,
    learned: items.keys.map((key) => weights?.items.includes(key) ?? false),
    bias: inOrder(weights?.bias ?? []),
    heading: items.keys.map((_, item) => statement.get(headingName(item, items)) ?? none),
    statement,
    pairs,
    wordIndex,
    words,
    wordBias: inOrder(weights?.wordBias ?? []),
    judgement: items.keys.map((key) => weights?.judgement[weights.items.indexOf(key)] ?? []),
  };
}

/** The facts of a piece; computed once per piece and knowledge, so that an edit costs only the pieces it changed. */
export function pieceFacts(piece: Piece, knowledge: Knowledge): PieceFacts {
  let facts = kept.get(knowledge);
  if (!facts) kept.set(knowledge, (facts = new WeakMap()));
  let known = facts.get(piece);
  if (!known) facts.set(piece, (known = readPieceFacts(piece, scorerOf(knowledge))));
  return known;
}

function readPieceFacts(piece: Piece, scorer: Scorer): PieceFacts {
  const { items, wordIndex } = scorer;
  const statements = piece.statements.map((statement) => statementFeatures(statement, piece, items));
  const headings = piece.sections.map(({ title }) => headingFeatures(title, items));
  const width = items.keys.length;
  const scores = new Float32Array(statements.length * width);
  statements.forEach((statement, i) => {
    if (statement.speaks) addScores(scores.subarray(i * width, (i + 1) * width), statement, scorer);
  });
  const words: number[] = [];
  for (const [name, count] of wordCounts(piece, statements, headings)) {
    const index = wordIndex.get(name);
    if (index !== undefined) words.push(index, count);
  }
  return {
    statements: statements.map(({ names: _, forms: __, stems: ___, ...facts }) => facts),
    headings: headings.map((heading) => heading.items),
    scores,
    words,
  };
}

function addScores(row: Float32Array, { names, forms, stems }: StatementFeatures, scorer: Scorer): void {
  row.set(scorer.bias);
  for (const list of [names, forms]) {
    for (const name of list) {
      const weight = scorer.statement.get(name);
      if (weight) addTo(row, weight);
    }
  }
  const met: Float32Array[] = [];
  for (let i = 1; i < stems.length; i++) {
    const weight = scorer.pairs.get(stems[i - 1] as string)?.get(stems[i] as string);
    if (!weight || met.includes(weight)) continue;
    met.push(weight);
    addTo(row, weight);
  }
}

/** Adds `values` to `row`, item by item. */
export function addTo(row: Float32Array, values: Float32Array, times = 1): void {
  for (let i = 0; i < row.length; i++) row[i] = (row[i] as number) + (values[i] as number) * times;
}
