/** Inverse of the logit. */
export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** What some statements say together about one item. */
export interface Counts {
  /** Statements with a signal of the item, and with a mention of it. */
  readonly answers: number;
  readonly mentions: number;
  /** The signals that matched, and most that matched in one statement. */
  readonly seen: ReadonlySet<number>;
  readonly strongest: number;
  /** Statements below a heading that speaks of the item. */
  readonly headed: number;
}

/** What is counted, and where. */
export interface Tally extends Counts {
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

/** How the learned scores of some statements are spread: the three best, the sum of their exponentials, how many. */
export interface Spread {
  first: number;
  second: number;
  third: number;
  sum: number;
  count: number;
}

/** The spread of no scores. */
export function noScores(): Spread {
  return { first: -8, second: -8, third: -8, sum: 0, count: 0 };
}

/** Counts a score in. */
export function addScore(spread: Spread, score: number): void {
  spread.sum += Math.exp(Math.min(score, 30));
  spread.count++;
  rank(spread, score);
}

/** Counts another spread in. */
export function addSpread(spread: Spread, { first, second, third, sum, count }: Spread): void {
  spread.sum += sum;
  spread.count += count;
  rank(spread, first);
  rank(spread, second);
  rank(spread, third);
}

function rank(spread: Spread, score: number): void {
  if (score <= spread.third) return;
  if (score > spread.first) {
    spread.third = spread.second;
    spread.second = spread.first;
    spread.first = score;
  } else if (score > spread.second) {
    spread.third = spread.second;
    spread.second = score;
  } else spread.third = score;
}

/**
 * The measures by which a doc is judged, in the order of `Weights.judgement`. `scores` are the learned scores of the
 * statements that can answer; `words` is what the doc's words say as a whole.
 */
export function measures(
  tally: Counts,
  { first, second, third, sum, count }: Spread,
  words: number,
): number[] {
  return [
    first,
    (first + second + third) / 3,
    Math.log(1e-6 + sum),
    Math.log1p(tally.answers),
    Math.log1p(tally.seen.size),
    Math.min(tally.strongest, 6),
    Math.log1p(tally.mentions),
    Math.log1p(tally.headed),
    Math.log(1 + Math.max(count, FEWEST)),
    words,
  ];
}
