/** Inverse of the logit. */
export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** What a doc's statements say together about one item. */
export interface Tally {
  /** Learned score of each speaking statement, in any order. */
  readonly scores: readonly number[];
  /** Statements with a signal of the item, and with a mention of it. */
  readonly answers: number;
  readonly mentions: number;
  /** Different signals that matched, and most that matched in one statement. */
  readonly variety: number;
  readonly strongest: number;
  /** Statements below a heading that speaks of the item. */
  readonly headed: number;
  /** What the doc's words say as a whole. */
  readonly words: number;
}

/** Which measures can only speak for an answer, the more the better; the doc's length may speak either way. */
export const RISING: readonly boolean[] = [true, true, true, true, true, true, true, true, false, true];

/** A doc of fewer statements is judged as one of this many: brevity alone is no gap. */
const FEWEST = 12;

/** The measures by which a doc is judged, in the order of `Weights.judgement`. */
export function measures(tally: Tally): number[] {
  const { scores } = tally;
  let first = -8;
  let second = -8;
  let third = -8;
  let sum = 1e-6;
  for (const score of scores) {
    sum += Math.exp(Math.min(score, 30));
    if (score > first) [first, second, third] = [score, first, second];
    else if (score > second) [second, third] = [score, second];
    else if (score > third) third = score;
  }
  return [
    first,
    (first + second + third) / 3,
    Math.log(sum),
    Math.log1p(tally.answers),
    Math.log1p(tally.variety),
    Math.min(tally.strongest, 6),
    Math.log1p(tally.mentions),
    Math.log1p(tally.headed),
    Math.log(1 + Math.max(scores.length, FEWEST)),
    tally.words,
  ];
}
