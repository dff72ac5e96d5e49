import type { Piece } from '../document/types';
import type { PieceFacts, Scorer } from './facts';
import { PLAIN_ANSWER, addScore, noScores, type Counts, type Spread } from './judgement';
import { tallies, type StatementFacts } from './layout';
import { addRow } from './weight-rows';

/** What a piece says about an item. Indexes are the piece's own, -1 for none. */
export interface Said extends Counts {
  readonly item: number;
  /** The statement that supports an answer best, or touches the item, and how well. */
  readonly evidence: number;
  readonly rank: number;
  /** The first statement with so many signals of a concern that it answers by itself. */
  readonly plain: number;
  /** The first statement that dismisses the item with a reason. */
  readonly dismissal: number;
}

/** What a piece says when certain headings stand above it. */
export interface PieceReading {
  /** Only items that are touched. */
  readonly said: readonly Said[];
  /** For each item: the learned scores of the statements that can answer; empty where there are none. */
  readonly spreads: readonly Spread[];
}

const kept = new WeakMap<PieceFacts, { readonly key: string; readonly reading: PieceReading }>();

/**
 * Reads a piece; anew only when other headings stand above it than the last time.
 *
 * @param above for each of the piece's sections: the items that its heading or one above it speaks of
 */
export function readPiece(
  piece: Piece,
  facts: PieceFacts,
  above: readonly (readonly number[])[],
  scorer: Scorer,
): PieceReading {
  const key = above.map((items) => items.join()).join(';');
  const known = kept.get(facts);
  if (known?.key === key) return known.reading;
  const reading = read(piece, facts, above, scorer);
  kept.set(facts, { key, reading });
  return reading;
}

function read(
  piece: Piece,
  facts: PieceFacts,
  above: readonly (readonly number[])[],
  scorer: Scorer,
): PieceReading {
  const { items, learned, heading, rows } = scorer;
  const width = items.keys.length;
  const isConcern = (item: number): boolean => items.items[item]?.kind === 'concern';
  const aboveOf = (i: number): readonly number[] => above[piece.statements[i]?.section ?? 0] ?? [];
  const scores = facts.scores.slice();
  const spreads = facts.statements.some(({ speaks }) => speaks) ? items.keys.map(noScores) : [];
  facts.statements.forEach(({ speaks }, i) => {
    for (const item of aboveOf(i)) {
      const row = heading[item] as number;
      if (row >= 0) addRow(scores, i * width, rows, row);
    }
    if (speaks) spreads.forEach((spread, item) => addScore(spread, scores[i * width + item] as number));
  });
  const isTouched =
    above.some((found) => found.length > 0) || facts.statements.some(({ hits }) => hits.length > 0);
  const counted = isTouched ? tallies(piece, facts, above, width) : [];
  const said = counted.flatMap(({ touching, ...counts }, item): Said[] => {
    if (touching.length === 0) return [];
    const of = (i: number) => facts.statements[i] as StatementFacts;
    let evidence = -1;
    let rank = -Infinity;
    for (const i of touching) {
      const score = learned[item] ? (scores[i * width + item] as number) : hitScore(of(i), item);
      // What cannot answer is named only when nothing else is there.
      const own = of(i).speaks ? score : score - 100;
      if (own > rank) [evidence, rank] = [i, own];
    }
    const isPlain = isConcern(item) && counts.strongest >= PLAIN_ANSWER;
    const plain = isPlain ? touching.find((i) => answersPlainly(of(i), item)) : undefined;
    const dismissal = touching.find((i) => of(i).dismisses && aboveOf(i).includes(item));
    return [{ item, ...counts, evidence, rank, plain: plain ?? -1, dismissal: dismissal ?? -1 }];
  });
  return { said, spreads };
}

function answersPlainly({ speaks, hits }: StatementFacts, item: number): boolean {
  return speaks && hits.filter((hit) => hit.item === item && !hit.mention).length >= PLAIN_ANSWER;
}

function hitScore({ hits }: StatementFacts, item: number): number {
  return hits.reduce((sum, hit) => sum + (hit.item !== item ? 0 : hit.mention ? 1 : 3), 0);
}
