import { afterSubsections } from '../document/structure';
import type { DesignDoc, Section } from '../document/types';
import { pieceFacts, type PieceFacts, type Scorer } from './facts';
import { addSpread, noScores, type Spread } from './judgement';
import { itemsAbove, withoutTitle, type Layout } from './layout';
import { readPiece, type PieceReading, type Said } from './piece-reading';
import type { Knowledge } from './types';
import { addRow } from './weight-rows';

/** All that a doc's answers are made of. */
export interface DocFacts extends Pick<Layout, 'headings'> {
  /** For each item; indexes are those of the doc's statements. */
  readonly said: readonly Said[];
  /** For each item: the learned scores of the statements that can answer. */
  readonly spreads: readonly Spread[];
  /** What the doc's words say as a whole, for each item. */
  readonly wordScores: Float32Array;
}

/** Puts together what a doc's pieces say. Only what was not met before costs more than adding up. */
export function gatherFacts(doc: DesignDoc, knowledge: Knowledge, scorer: Scorer): DocFacts {
  const pieces = doc.pieces.map(({ piece }) => ({ piece, facts: pieceFacts(piece, knowledge) }));
  // Every piece but the first begins with its heading: what stands before that is no section of the doc.
  const titles = pieces.flatMap(({ facts }, i) => (i === 0 ? facts.headings : facts.headings.slice(1)));
  const headings = withoutTitle(doc, titles);
  const above = itemsAbove(doc, headings);
  const parts = doc.pieces.map(({ piece, firstSection }, i): Part => {
    const facts = pieces[i]?.facts as PieceFacts;
    const below = piece.sections.map((_, at) => above[firstSection + at] ?? []);
    return { facts, reading: readPiece(piece, facts, below, scorer), statements: piece.statements.length };
  });
  const sum = nothing(scorer);
  for (let i = 0; i < parts.length; i += RUN) add(sum, sumOf(parts.slice(i, i + RUN), scorer));
  return { headings, said: sum.said, spreads: sum.spreads, wordScores: scoreWords(sum.words, scorer) };
}

/** How many words are said below a section's heading, prompts and quotations apart, and the first statement of them. */
export function saidIn(
  doc: DesignDoc,
  knowledge: Knowledge,
  section: number,
): { words: number; first: number } {
  const end = afterSubsections(doc, doc.sections[section] as Section);
  let words = 0;
  let first = -1;
  for (const { piece, firstSection, firstStatement } of doc.pieces) {
    if (firstSection >= end || firstSection + piece.sections.length <= section) continue;
    pieceFacts(piece, knowledge).statements.forEach((statement, i) => {
      const at = firstSection + (piece.statements[i]?.section ?? 0);
      if (at < section || at >= end || !statement.speaks) return;
      if (first < 0) first = firstStatement + i;
      words += statement.words;
    });
  }
  return { words, first };
}

/** A piece as it is added up. */
interface Part {
  readonly facts: PieceFacts;
  readonly reading: PieceReading;
  /** How many statements it has. */
  readonly statements: number;
}

/** What some pieces that follow each other say together; indexes count from the first one's first statement. */
interface Sum {
  readonly said: SaidSum[];
  readonly spreads: Spread[];
  /** How often each known word occurs, by its index. */
  readonly words: Int32Array;
  statements: number;
}

type SaidSum = { -readonly [Key in keyof Said]: Said[Key] } & { readonly seen: Set<number> };

/** So many pieces are added up and remembered as one: most edits change but one such run. */
const RUN = 16;

const summed = new WeakMap<PieceReading, { readonly parts: readonly Part[]; readonly sum: Sum }>();

function sumOf(parts: readonly Part[], scorer: Scorer): Sum {
  const [first] = parts as readonly [Part, ...Part[]];
  const known = summed.get(first.reading);
  const isSame = (part: Part, i: number): boolean => known?.parts[i]?.reading === part.reading;
  if (known?.parts.length === parts.length && parts.every(isSame)) return known.sum;
  const sum = nothing(scorer);
  for (const part of parts) addPart(sum, part);
  summed.set(first.reading, { parts, sum });
  return sum;
}

function nothing({ items, wordCount }: Scorer): Sum {
  const none = { evidence: -1, rank: -Infinity, plain: -1, dismissal: -1 };
  return {
    said: items.keys.map((_, item) => {
      return { item, answers: 0, mentions: 0, seen: new Set(), strongest: 0, headed: 0, ...none };
    }),
    spreads: items.keys.map(noScores),
    words: new Int32Array(wordCount),
    statements: 0,
  };
}

function add(sum: Sum, more: Sum): void {
  addReading(sum, more);
  for (let word = 0; word < more.words.length; word++)
    sum.words[word] = (sum.words[word] as number) + (more.words[word] as number);
  sum.statements += more.statements;
}

function addPart(sum: Sum, { facts, reading, statements }: Part): void {
  addReading(sum, reading);
  for (let i = 0; i + 1 < facts.words.length; i += 2) {
    const word = facts.words[i] as number;
    sum.words[word] = (sum.words[word] as number) + (facts.words[i + 1] as number);
  }
  sum.statements += statements;
}

function addReading({ said, spreads, statements: first }: Sum, reading: PieceReading): void {
  reading.spreads.forEach((more, item) => {
    addSpread(spreads[item] as Spread, more);
  });
  for (const more of reading.said) {
    const sum = said[more.item] as SaidSum;
    sum.answers += more.answers;
    sum.mentions += more.mentions;
    sum.headed += more.headed;
    sum.strongest = Math.max(sum.strongest, more.strongest);
    for (const signal of more.seen) sum.seen.add(signal);
    if (more.rank > sum.rank) [sum.evidence, sum.rank] = [first + more.evidence, more.rank];
    if (sum.plain < 0 && more.plain >= 0) sum.plain = first + more.plain;
    if (sum.dismissal < 0 && more.dismissal >= 0) sum.dismissal = first + more.dismissal;
  }
}

function scoreWords(counts: Int32Array, { words, wordBias }: Scorer): Float32Array {
  const scores = Float32Array.from(wordBias);
  counts.forEach((count, word) => {
    if (count > 0) addRow(scores, 0, words, word, Math.log1p(count));
  });
  return scores;
}
