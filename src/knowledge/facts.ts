import { byPiece } from '../document/by-piece';
import type { Piece } from '../document/types';
import {
  eachFeature,
  headingFeatures,
  headingName,
  statementFeatures,
  type HeadingFeatures,
  type StatementFeatures,
} from './features';
import { compiledItems, type CompiledItems } from './items';
import type { StatementFacts } from './layout';
import { byKnowledge } from './by-knowledge';
import { Once, RowsOfWords } from './rows-of-words';
import type { Term } from './stems';
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
  /** How often each known word occurs: row in `Scorer.words`, count, row, count … */
  readonly words: readonly number[];
}

/** Learned weights brought into the order of the items at hand. */
export interface Scorer {
  readonly items: CompiledItems;
  /** Whether weights were learned for the item. */
  readonly learned: readonly boolean[];
  readonly bias: Float32Array;
  readonly rows: Rows;
  /** For the rows of one statement. */
  readonly once: Once;
  /** Row of what a heading that speaks of an item adds, by the item; -1 for nothing. */
  readonly heading: readonly number[];
  /** Row of a feature. */
  readonly features: RowsOfWords;
  /** For two stems in a row: place in `pairs` of those that begin with the first. Most words begin none. */
  readonly pairsOf: RowsOfWords;
  /** Row of two stems in a row, by the second. */
  readonly pairs: readonly ReadonlyMap<string, number>[];
  /** Words have rows of their own. */
  readonly wordRows: RowsOfWords;
  readonly wordCount: number;
  /** For the words of one statement or heading. */
  readonly wordOnce: Once;
  readonly words: Rows;
  readonly wordBias: Float32Array;
  /** Weights of the measures, by item; empty where nothing was learned. */
  readonly judgement: readonly (readonly number[])[];
}

/** The scorer of a knowledge, made once. */
export const scorerOf: (knowledge: Knowledge) => Scorer = byKnowledge((knowledge) =>
  makeScorer(compiledItems(knowledge), knowledge.weights),
);

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
  const features = new Map<string, number>();
  const pairs = new Map<string, Map<string, number>>();
  [...(weights?.statement.keys() ?? [])].forEach((name, row) => {
    const [first = '', second] = name.split(' ');
    if (second === undefined) features.set(name, row);
    else pairs.set(first, (pairs.get(first) ?? new Map<string, number>()).set(second, row));
  });
  const words = [...(weights?.words.keys() ?? [])];
  return {
    items,
    learned: items.keys.map((key) => weights?.items.includes(key) ?? false),
    bias: inOrder(weights?.bias ?? []),
    rows: rowsOf(weights?.statement.values() ?? [], columns),
    once: new Once(weights?.statement.size ?? 0),
    heading: items.keys.map((_, item) => features.get(headingName(item, items)) ?? -1),
    features: new RowsOfWords(features),
    pairsOf: new RowsOfWords(new Map([...pairs.keys()].map((first, i) => [first, i]))),
    pairs: [...pairs.values()],
    wordRows: new RowsOfWords(new Map(words.map((word, row) => [word, row]))),
    wordCount: words.length,
    wordOnce: new Once(words.length),
    words: rowsOf(weights?.words.values() ?? [], columns),
    wordBias: inOrder(weights?.wordBias ?? []),
    judgement: items.keys.map((key) => weights?.judgement[weights.items.indexOf(key)] ?? []),
  };
}

/** The facts of a piece; computed once per piece and knowledge, so that an edit costs only the pieces it changed. */
export function pieceFacts(piece: Piece, knowledge: Knowledge): PieceFacts {
  return factsBy(knowledge)(piece);
}

const factsBy = byKnowledge((knowledge) => {
  const scorer = scorerOf(knowledge);
  return byPiece((piece) => readPieceFacts(piece, scorer));
});

function readPieceFacts(piece: Piece, scorer: Scorer): PieceFacts {
  const { items } = scorer;
  const statements = piece.statements.map((statement) => statementFeatures(statement, piece, items));
  const headings = piece.sections.map(({ title }) => headingFeatures(title, items));
  const width = items.keys.length;
  const scores = new Float32Array(statements.length * width);
  statements.forEach((statement, i) => {
    if (statement.speaks) addScores(scores, i, statement, scorer);
  });
  const headed = headings.filter((_, i) => (piece.sections[i]?.blocks ?? 0) > 0);
  return {
    statements: statements.map(({ speaks, bare, dismisses, words: length, hits }) => {
      return { speaks, bare, dismisses, words: length, hits };
    }),
    headings: headings.map((heading) => heading.items),
    scores,
    words: countWords(statements, headed, scorer),
  };
}

/** Adds up what weighs in a statement; each feature and each pair of stems once. */
function addScores(scores: Float32Array, at: number, statement: StatementFeatures, scorer: Scorer): void {
  const { bias, rows, features, pairsOf, pairs, once } = scorer;
  const start = at * bias.length;
  scores.set(bias, start);
  once.begin();
  const add = (row: number): void => {
    if (row >= 0 && once.isNew(row)) addRow(scores, start, rows, row);
  };
  let before: Term | undefined;
  const addWord = (term: Term): void => {
    add(features.ofWord(term));
    const list = before ? pairsOf.ofWord(before) : -1;
    if (list >= 0) add(pairs[list]?.get(term.stem) ?? -1);
    before = term;
  };
  const addName = (name: string): void => {
    add(features.ofName(name));
  };
  eachFeature(statement, addWord, addName);
  statement.forms.forEach(addName);
}

/**
 * How many statements, and headings with something below them, say a word or have a signal: row in `Scorer.words`,
 * count, row, count …
 */
function countWords(
  statements: readonly StatementFeatures[],
  headings: readonly HeadingFeatures[],
  { wordRows, wordOnce: once }: Scorer,
): number[] {
  const counts = new Map<number, number>();
  const add = (row: number): void => {
    if (row >= 0 && once.isNew(row)) counts.set(row, (counts.get(row) ?? 0) + 1);
  };
  const addName = (name: string): void => {
    add(wordRows.ofName(name));
  };
  for (const statement of statements) {
    once.begin();
    eachFeature(
      statement,
      (term) => {
        add(wordRows.ofWord(term));
      },
      addName,
    );
  }
  for (const { names } of headings) {
    once.begin();
    names.forEach(addName);
  }
  return [...counts].flat();
}
