import type { DesignDoc } from '../document/types';
import { pieceFacts, type Scorer } from './facts';
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

/** Puts together what a doc's pieces say. Only pieces not met before cost more than adding up. */
export function gatherFacts(doc: DesignDoc, knowledge: Knowledge, scorer: Scorer): DocFacts {
  const pieces = doc.pieces.map(({ piece, firstStatement }) => {
    return { piece, firstStatement, facts: pieceFacts(piece, knowledge) };
  });
  // Every piece but the first begins with its heading: what stands before that is no section of the doc.
  const titles = pieces.flatMap(({ facts }, i) => (i === 0 ? facts.headings : facts.headings.slice(1)));
  const headings = withoutTitle(doc, titles);
  const above = itemsAbove(doc, headings);
  const said = scorer.items.keys.map(nothingSaid);
  const spreads = scorer.items.keys.map(noScores);
  const counts = new Int32Array(scorer.wordIndex.size);
  let section = 0;
  for (const { piece, firstStatement, facts } of pieces) {
    const below = piece.sections.map((_, i) => above[section + i] ?? []);
    addPiece(said, spreads, readPiece(piece, facts, below, scorer), firstStatement);
    // What stands before the next piece's heading would belong to this piece's last section.
    section += piece.sections.length - 1;
    for (let i = 0; i + 1 < facts.words.length; i += 2) {
      const word = facts.words[i] as number;
      counts[word] = (counts[word] as number) + (facts.words[i + 1] as number);
    }
  }
  return { headings, said, spreads, wordScores: scoreWords(counts, scorer) };
}

type Sum = { -readonly [Key in keyof Said]: Said[Key] } & { readonly seen: Set<number> };

function nothingSaid(_: string, item: number): Sum {
  const none = { evidence: -1, rank: -Infinity, plain: -1, dismissal: -1 };
  return { item, answers: 0, mentions: 0, seen: new Set(), strongest: 0, headed: 0, ...none };
}

function addPiece(said: Sum[], spreads: Spread[], piece: PieceReading, first: number): void {
  piece.spreads.forEach((more, item) => {
    addSpread(spreads[item] as Spread, more);
  });
  for (const more of piece.said) {
    const sum = said[more.item] as Sum;
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
