import { fitSparse, scoreSparse, threshold } from './regression.mjs';

/**
 * Learns how measures of a doc add up to an answer, for several items that are alike. What measures say is much the
 * same for all of them, and the docs that tell one item apart are few: so it is learned for all together first, and
 * each item departs from that only as far as its own docs insist.
 *
 * @param {{ rows: number[][], targets: (0 | 1)[] }[]} items
 * @param {boolean[]} rising whether more of a measure can only speak for the answer
 * @param {{ commonPenalty: number, ownPenalty: number, caution: number }} settings
 * @returns {number[][]} for each item the weights of the measures, and last what is added
 */
export function fitJudges(items, rising, settings) {
  const scaled = items.map(({ rows, targets }) => ({
    ...standardised(rows),
    targets,
    odds: logOdds(targets),
  }));
  const common = fitCommon(scaled, rising, settings.commonPenalty);
  return scaled.map((item) => {
    const prior = common.weights.slice(0, rising.length);
    const bias = common.bias + common.weights[rising.length] * item.odds;
    const rows = item.rows.map((values, i) => rowOf(values, item.targets[i]));
    const penalty = new Float64Array(rising.length).fill(settings.ownPenalty);
    const judge = fitSparse(rows, penalty, { prior, bias, rising, epochs: 200, rate: 0.05 });
    const scores = rows.map((row) => scoreSparse(judge, row));
    const line = threshold(scores, settings.caution);
    const weights = Array.from(judge.weights, (weight, k) => weight / item.spread[k]);
    return [
      ...weights,
      judge.bias - line - weights.reduce((sum, weight, k) => sum + weight * item.mean[k], 0),
    ];
  });
}

/** One fit over the docs of all items; how common an answer is goes in as a measure of its own. */
function fitCommon(items, rising, strength) {
  const rows = items.flatMap((item) =>
    item.rows.map((values, i) => rowOf([...values, item.odds], item.targets[i])),
  );
  const penalty = new Float64Array(rising.length + 1).fill(strength);
  return fitSparse(rows, penalty, { rising: [...rising, false], epochs: 200, rate: 0.05 });
}

function rowOf(values, target) {
  return { ids: Int32Array.from(values.keys()), values: Float64Array.from(values), target, weight: 1 };
}

/** Brings each measure to mean 0 and deviation 1. */
function standardised(rows) {
  const mean = rows[0].map((_, k) => average(rows.map((row) => row[k])));
  const spread = mean.map((m, k) => Math.sqrt(average(rows.map((row) => (row[k] - m) ** 2))) || 1);
  return { mean, spread, rows: rows.map((row) => row.map((value, k) => (value - mean[k]) / spread[k])) };
}

function logOdds(targets) {
  const yes = targets.filter(Boolean).length;
  return Math.log((yes + 1) / (targets.length - yes + 1));
}

/** @param {number[]} values */
function average(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
