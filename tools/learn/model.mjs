import { foldsByRepository, ITEMS } from './corpus.mjs';
import { fitJudges } from './judge.mjs';
import { fitSparse, scoreSparse } from './regression.mjs';

/** What was found best in cross-validation by repository. */
export const SETTINGS = {
  /** Kept for each item. */
  mostFeatures: 1000,
  mostWords: 500,
  /** Weight of all negative statements beside that of all positive ones. */
  negatives: 8,
  /** Weight of a statement that does not answer, from a doc that only touches the item, and from one that answers. */
  thin: 0.5,
  answered: 0.5,
  /** Weight of the statements on the line of the best evidence beside that of others that answer. */
  best: 2,
  /** Below so many positive examples words are trusted less. */
  fewExamples: 40,
  innerFolds: 7,
  /** Of the negative statements that do not even touch the item one in so many stands for the others. */
  oneInSoMany: 4,
  commonPenalty: 10,
  ownPenalty: 8,
  caution: 0.1,
};

/** Learns the weights of all items from labelled docs. */
export function learn(corpus, docs, product, settings = SETTINGS) {
  const labels = Object.keys(ITEMS).filter((label) => label !== 'diagram');
  const models = labels.map((label) => fitModels(corpus, docs, label, settings));
  const judgement = judgements(corpus, docs, labels, product, settings);
  return {
    items: labels.map((label) => ITEMS[label]),
    bias: models.map(({ statements }) => round(statements.bias)),
    wordBias: models.map(({ words }) => round(words.bias)),
    judgement: labels.map((label) => judgement.get(label).map(round)),
    statement: table(
      models.map(({ statements }) => statements.weights),
      corpus.names.names,
    ),
    words: table(
      models.map(({ words }) => words.weights),
      corpus.words.names,
    ),
  };
}

/** The judgement of each item, the concerns learned together and the parts together. */
function judgements(corpus, docs, labels, product, settings) {
  const found = new Map();
  for (const kind of ['c/', 'p/']) {
    const alike = labels.filter((label) => ITEMS[label].startsWith(kind));
    const seen = alike.map((label) => heldOut(corpus, docs, label, product, settings));
    fitJudges(seen, product.RISING, settings).forEach((judge, i) => found.set(alike[i], judge));
  }
  return found;
}

/** What is measured of docs by models that were fitted without them, and whether they answer. */
function heldOut(corpus, docs, label, product, settings) {
  const rows = [];
  const targets = [];
  const judged = docs.filter((doc) => doc.isJudged);
  for (const fold of foldsByRepository(judged, settings.innerFolds)) {
    const others = docs.filter((doc) => !fold.includes(doc));
    const models = fitModels(corpus, others, label, settings);
    for (const doc of fold.filter((doc) => doc.labels[label].label !== 'thin')) {
      rows.push(measure(corpus, doc, label, models, product));
      targets.push(doc.labels[label].label === 'yes' ? 1 : 0);
    }
  }
  return { rows, targets };
}

function fitModels(corpus, docs, label, settings) {
  return {
    statements: fitStatements(corpus, docs, label, settings),
    words: fitWords(corpus, docs, label, settings),
  };
}

/** Tells statements that answer from those that do not. */
function fitStatements({ names }, docs, label, settings) {
  const key = ITEMS[label];
  const touch = [`@${key}+`, `@${key}~`, `^@${key}`].map((name) => names.ids.get(name));
  const answering = docs.map((doc) => answeringRows(doc, label, settings));
  const positives = answering.filter((found) => found.length > 0).length;
  const rows = answering.flat();
  const silent = docs.flatMap((doc) => silentRows(doc, label, touch, settings));
  const wanted = rows.reduce((sum, row) => sum + row.weight, 0) * settings.negatives;
  const scale =
    wanted /
    Math.max(
      1,
      silent.reduce((sum, row) => sum + row.weight * row.count, 0),
    );
  for (const row of silent) rows.push({ ...row, weight: Math.min(1, row.weight * scale) * row.count });
  // With few examples there is little to learn from words: the hand-written signals then weigh more.
  const strictness = Math.max(1, settings.fewExamples / Math.max(1, positives));
  const penalty = Float64Array.from(names.names, (name) => penaltyOf(name) * strictness);
  const prior = new Float64Array(penalty.length);
  const expect = (name, weight) => names.ids.has(name) && (prior[names.ids.get(name)] = weight);
  expect(`@${key}+`, 2);
  expect(`@${key}+2`, 1);
  expect(`@${key}~`, 1);
  expect(`^@${key}`, 1);
  const model = fitSparse(rows, penalty, { prior });
  return { ...model, weights: prune(model.weights, names.counts, settings.mostFeatures) };
}

/**
 * The statements of a doc that readers marked as answering, or else those on the line of the best evidence. A doc with
 * many weighs more than one with few, but not as many times.
 */
function answeringRows(doc, label, settings) {
  const marks = doc.marks.get(label);
  const best = new Set(evidenceOf(doc, label));
  const marked = doc.rows.filter((row) => row.speaks && marks?.get(row.place) === 'answers');
  const found = marked.length > 0 ? marked : [...best];
  return found.map((row) => ({
    ids: row.ids,
    target: 1,
    weight: (best.has(row) ? settings.best : 1) / Math.sqrt(found.length),
  }));
}

/**
 * The statements of a doc that do not answer, doubtful ones left out: all that touch the item, and of the rest some
 * with how many they count for.
 */
function silentRows(doc, label, touch, settings) {
  const marks = doc.marks.get(label);
  const best = new Set(evidenceOf(doc, label));
  const weight = { no: 1, thin: settings.thin, yes: settings.answered }[doc.labels[label].label];
  return doc.rows.flatMap((row, i) => {
    if (!row.speaks || best.has(row) || marks?.has(row.place)) return [];
    const touches = touch.some((id) => row.ids.includes(id));
    if (!touches && i % settings.oneInSoMany !== 0) return [];
    return [{ ids: row.ids, target: 0, weight, count: touches ? 1 : settings.oneInSoMany }];
  });
}

function penaltyOf(name) {
  if (name.startsWith('@')) return 0.3;
  if (name.startsWith('^')) return 1.5;
  if (name.startsWith('=')) return 1;
  return name.startsWith('.') ? 0.5 : 3;
}

/** The speaking statements on the line that a reader gave as the best evidence. */
function evidenceOf(doc, label) {
  const { label: answer, line } = doc.labels[label];
  if (answer !== 'yes' || line === 0) return [];
  return doc.rows.filter((row) => row.speaks && row.firstLine <= line && line <= row.lastLine);
}

/** Tells docs that answer from docs that do not, by their words. */
function fitWords({ words, items, signalNames }, docs, label, settings) {
  const key = ITEMS[label];
  const own = new Set([`@${key}+`, `@${key}~`, `^@${key}`]);
  const ownSignals = signalNames.get(items.keys.indexOf(key)) ?? new Set();
  const penalty = Float64Array.from(words.names, (name) => {
    if (own.has(name)) return 2;
    if (name.startsWith('=')) return ownSignals.has(name) ? 10 : 40;
    if (name.startsWith('@')) return 15;
    return name.startsWith('^') ? 20 : 40;
  });
  const rows = docs
    .filter((doc) => doc.labels[label].label !== 'thin')
    .map((doc) => ({ ...doc.wordRow, target: doc.labels[label].label === 'yes' ? 1 : 0, weight: 1 }));
  const model = fitSparse(rows, penalty, { epochs: 100, rate: 0.04 });
  return { ...model, weights: prune(model.weights, words.counts, settings.mostWords) };
}

/** Sets all but the weights that do most to 0, and rounds those to hundredths as the file will hold them. */
function prune(weights, counts, most) {
  const effect = Array.from(weights, (weight, i) => Math.abs(weight) * Math.sqrt(counts[i]));
  const least = [...effect].sort((a, b) => b - a)[most] ?? 0;
  return weights.map((weight, i) => (effect[i] > least ? round(weight) : 0));
}

function measure(corpus, doc, label, { statements, words }, product) {
  const scores = product.noScores();
  for (const row of doc.rows) if (row.speaks) product.addScore(scores, scoreSparse(statements, row));
  const tally = doc.tallies[corpus.items.keys.indexOf(ITEMS[label])];
  return product.measures(tally, scores, scoreSparse(words, doc.wordRow));
}

function table(columns, names) {
  const rows = {};
  names
    .map((name, id) => ({ name, id }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .forEach(({ name, id }) => {
      const row = columns.flatMap((weights, item) =>
        Math.round(weights[id] * 100) === 0 ? [] : [item, Math.round(weights[id] * 100)],
      );
      if (row.length > 0) rows[name] = row;
    });
  return rows;
}

function round(value) {
  return Math.round(value * 100) / 100;
}
