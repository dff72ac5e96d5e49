/** @typedef {{ weights: Float64Array, bias: number }} Linear */

/**
 * Fits a logistic regression on sparse rows with its own ridge penalty for each feature, by Adam on the full batch:
 * no randomness, so the same corpus gives the same weights.
 *
 * @param {{ ids: Int32Array, values?: Float64Array, target: 0 | 1, weight: number }[]} rows
 * @param {Float64Array} penalty strength of the pull towards `prior`, by feature
 * @param {{ prior?: Float64Array, bias?: number, epochs?: number, rate?: number, rising?: boolean[] }} [options]
 * @returns {Linear}
 */
export function fitSparse(
  rows,
  penalty,
  { prior = new Float64Array(penalty.length), bias = 0, epochs = 60, rate = 0.1, rising = [] } = {},
) {
  const size = penalty.length;
  const weights = Float64Array.from(prior);
  const gradient = new Float64Array(size);
  const mean = new Float64Array(size + 1);
  const square = new Float64Array(size + 1);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    gradient.fill(0);
    let biasGradient = 0;
    for (const { ids, values, target, weight } of rows) {
      let score = bias;
      for (let i = 0; i < ids.length; i++) score += weights[ids[i]] * (values ? values[i] : 1);
      const error = weight * (sigmoid(score) - target);
      biasGradient += error;
      for (let i = 0; i < ids.length; i++) gradient[ids[i]] += error * (values ? values[i] : 1);
    }
    const pace = (rate * (epoch > epochs * 0.6 ? 0.3 : 1)) / (1 - 0.9 ** epoch);
    const correction = 1 / (1 - 0.99 ** epoch);
    for (let i = 0; i <= size; i++) {
      const slope = i < size ? gradient[i] + penalty[i] * (weights[i] - prior[i]) : biasGradient;
      mean[i] = 0.9 * mean[i] + 0.1 * slope;
      square[i] = 0.99 * square[i] + 0.01 * slope * slope;
      const move = (pace * mean[i]) / (Math.sqrt(square[i] * correction) + 1e-8);
      if (i < size) weights[i] = rising[i] ? Math.max(0, weights[i] - move) : weights[i] - move;
      else bias -= move;
    }
  }
  return { weights, bias };
}

/** @param {Linear} model @param {{ ids: Int32Array, values?: Float64Array }} row */
export function scoreSparse({ weights, bias }, { ids, values }) {
  let sum = bias;
  for (let i = 0; i < ids.length; i++) sum += weights[ids[i]] * (values ? values[i] : 1);
  return sum;
}

/**
 * The score below which a doc is best reported as not answering: the one with the highest macro-F1 to be expected if
 * the scores are the log-odds that they were fitted to be. The labels are not asked again: over a hundred docs the
 * threshold that is best for them is mostly chance.
 *
 * @param {number[]} scores
 * @param {number} caution how much the precision of reports weighs beside the F1
 */
export function threshold(scores, caution) {
  const answering = scores.map(sigmoid);
  let best = 0;
  let bestValue = -1;
  for (let candidate = -FURTHEST; candidate <= FURTHEST; candidate += STEP) {
    const n = { tp: 0, fp: 0, fn: 0, tn: 0 };
    scores.forEach((score, i) => {
      const [ifAnswering, ifNot] = score < candidate ? ['fp', 'tp'] : ['tn', 'fn'];
      n[ifAnswering] += answering[i];
      n[ifNot] += 1 - answering[i];
    });
    const value = macroF1(n) + (caution * n.tp) / (n.tp + n.fp + 1);
    if (value > bestValue) [best, bestValue] = [candidate, value];
  }
  return best;
}

/** Log-odds between which thresholds are looked for. */
const FURTHEST = 4;
const STEP = 0.05;

/** @param {{ tp: number, fp: number, fn: number, tn: number }} n reports of a gap: right, wrong, missed; rightly none */
export function macroF1({ tp, fp, fn, tn }) {
  return (f1(tp, fp, fn) + f1(tn, fn, fp)) / 2;
}

/** @param {number} tp @param {number} fp @param {number} fn */
export function f1(tp, fp, fn) {
  return tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn);
}

/** @param {number} z */
function sigmoid(z) {
  return 1 / (1 + Math.exp(-z));
}
