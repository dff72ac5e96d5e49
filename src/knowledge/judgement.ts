/** Inverse of the logit. */
export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** What a doc's statements say together about one item. */
export interface Tally {
  /** Statements with a signal of the item, and with a mention of it. */
  readonly answers: number;
  readonly mentions: number;
  /** Different signals that matched, and most that matched in one statement. */
  readonly variety: number;
  readonly strongest: number;
  /** Statements below a heading that speaks of the item. */
  readonly headed: number;
  /** Indexes of the statements that match the item or stand below its heading, whether they can answer or not. */
  readonly touching: readonly number[];
}

/**
 * So many signals of a concern in one statement answer it whatever the rest of the doc is like: of 190 labelled docs
 * with such a statement 5 do not answer.
 */
export const PLAIN_ANSWER = 3;

/**
 * Which measures can only speak for an answer, the more the better; the doc's length may speak either way.
 *
 * @public the weights are learned with it, in tools/learn
 */
export const RISING: readonly boolean[] = [true, true, true, true, true, true, true, true, false, true];

/** A doc of fewer statements is judged as one of this many: brevity alone is no gap. */
const FEWEST = 12;

/**
 * The measures by which a doc is judged, in the order of `Weights.judgement`. `scores` are the learned scores of the
 * statements that can answer, in any order; `words` is what the doc's words say as a whole.
 */
export function measures(tally: Tally, scores: ArrayLike<number>, words: number): number[] {
  let first = -8;
  let second = -8;
  let third = -8;
  let sum = 1e-6;
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i] as number;
    sum += Math.exp(Math.min(score, 30));
    if (score <= third) continue;
    if (score > first) {
      third = second;
      second = first;
      first = score;
    } else if (score > second) {
      third = second;
      second = score;
    } else third = score;
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
    words,
  ];
}
