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
import { addRow, rowsOf, type Rows } from './weight-rows';
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
  readonly rows: Rows;
  /** Row of what a heading that speaks of an item adds, by the item; -1 for nothing. */
  readonly heading: readonly number[];
  /** Row of a feature. */
  readonly statement: ReadonlyMap<string, number>;
  /** Row of two stems in a row, by the first and then the second: most words begin no such pair. */
  readonly pairs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Words have rows of their own. */
  readonly wordIndex: ReadonlyMap<string, number>;
  readonly words: Rows;
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
  const statement = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  [...(weights?.statement.keys() ?? [])].forEach((name, row) => {
    const [first = '', second] = name.split(' ');
    if (second === undefined) statement.set(name, row);
    else pairs.set(first, (pairs.get(first) ?? new Map<string, number>()).set(second, row));
  });
  return {
    items,
    learned: items.keys.map((key) => weights?.items.includes(key) ?? false),
    bias: inOrder(weights?.bias ?? []),
    rows: rowsOf(weights?.statement.values() ?? [], columns),
    heading: items.keys.map((_, item) => statement.get(headingName(item, items)) ?? -1),
    statement,
    pairs,
    wordIndex: new Map([...(weights?.words.keys() ?? [])].map((word, row) => [word, row])),
    words: rowsOf(weights?.words.values() ?? [], columns),
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
    if (statement.speaks) addScores(scores, i, statement, scorer);
  });
  const words: number[] = [];
  for (const [name, count] of wordCounts(piece, statements, headings)) {
    const index = wordIndex.get(name);
    if (index !== undefined) words.push(index, count);
  }
  return {
    statements: statements.map(({ speaks, bare, dismisses, words: length, hits }) => {
      return { speaks, bare, dismisses, words: length, hits };
    }),
    headings: headings.map((heading) => heading.items),
    scores,
    words,
  };
}

function addScores(
  scores: Float32Array,
  at: number,
  { names, forms, stems }: StatementFeatures,
  { bias, rows, statement, pairs }: Scorer,
): void {
  const start = at * bias.length;
  scores.set(bias, start);
  for (const list of [names, forms]) {
    for (const name of list) {
      const row = statement.get(name);
      if (row !== undefined) addRow(scores, start, rows, row);
    }
  }
  const met: number[] = [];
  for (let i = 1; i < stems.length; i++) {
    const row = pairs.get(stems[i - 1] as string)?.get(stems[i] as string);
    if (row === undefined || met.includes(row)) continue;
    met.push(row);
    addRow(scores, start, rows, row);
  }
}
