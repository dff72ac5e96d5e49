import { build } from 'esbuild';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** In how many statements a feature, and in how many docs a word must occur to be learned. */
const RAREST_FEATURE = 4;
const RAREST_WORD = 4;

/** The labels' names of items and the keys under which the reading knows them. */
export const ITEMS = {
  scalability: 'c/scalability',
  latency: 'c/latency',
  availability: 'c/availability',
  consistency: 'c/consistency',
  durability: 'c/durability',
  security: 'c/security',
  'fault-tolerance': 'c/fault-tolerance',
  compliance: 'c/compliance',
  observability: 'c/observability',
  cost: 'c/cost',
  constraints: 'c/constraints',
  goals: 'p/goals',
  'non-goals': 'p/non-goals',
  alternatives: 'p/alternatives',
  tradeoffs: 'p/tradeoffs',
  testing: 'p/testing',
  rollout: 'p/rollout',
  future: 'p/open-questions',
  quantified: 'p/capacity',
  diagram: 'p/architecture',
};

/** The product's own code: what is learned must be read exactly as it will be. */
export async function loadProduct() {
  const folder = mkdtempSync(path.join(tmpdir(), 'design-docs-learn-'));
  const names = {
    'document/parse': 'parseDesignDoc',
    'knowledge/features': 'statementFeatures, featureNames, headingFeatures, headingName',
    'knowledge/items': 'compiledItems',
    'knowledge/judgement': 'addScore, measures, noScores, RISING',
    'knowledge/layout': 'itemsAbove, tallies, withoutTitle',
    'knowledge/load': 'loadKnowledge',
    'knowledge/read-doc': 'readDoc',
    'knowledge/weights': 'readWeights',
  };
  const contents = Object.entries(names).map(([file, what]) => `export { ${what} } from './src/${file}';`);
  try {
    const outfile = path.join(folder, 'product.cjs');
    const stdin = { contents: contents.join('\n'), resolveDir: ROOT };
    await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
    return createRequire(import.meta.url)(outfile);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The built-in knowledge without its weights. */
export async function loadBuiltIn(product) {
  const media = path.join(ROOT, 'media');
  const source = {
    list: async (folder) =>
      existsSync(path.join(media, folder)) ? readdirSync(path.join(media, folder)).sort() : [],
    folders: async () => [],
    read: async (file) => readFileSync(path.join(media, file), 'utf8'),
  };
  const knowledge = await product.loadKnowledge([source], ['concern', 'part']);
  return { ...knowledge, weights: undefined };
}

/**
 * Reads labelled docs: `docs/ID.md`, `labels.tsv` (id, item, label, line), `SOURCES.tsv` (id, repository), and where
 * readers marked the statements that answer (`marks.tsv` beside this file). Everything that is known of a statement
 * before learning is worked out once.
 *
 * @param {string} folder the docs that the linter is measured by
 * @param {string} further more docs to learn from; `SOURCES.tsv` says last of each whether it is `alike` or of another
 *   kind: from those is learned what statements and words say, but not how a doc is judged
 */
export function readCorpus(folder, further, product, knowledge) {
  const items = product.compiledItems(knowledge);
  const names = new Vocabulary();
  const words = new Vocabulary();
  const marks = marksByDoc(path.join(ROOT, 'tools/learn/marks.tsv'));
  const docs = [folder, further].flatMap((from) =>
    labelledDocs(from).map(({ text, kind, ...labelled }) => {
      const facts = factsOf(product, items, product.parseDesignDoc(text), names, words);
      const isFurther = from === further;
      const isJudged = !isFurther || kind === 'alike';
      return { ...labelled, isFurther, isJudged, marks: marks.get(labelled.id) ?? new Map(), ...facts };
    }),
  );
  // Only features that occur often enough to be learned are kept, under new numbers.
  const kept = names.without((name, count) => count < RAREST_FEATURE && !/^[@^.]/.test(name));
  const keptWords = words.without((name, count) => count < RAREST_WORD || count > docs.length * 0.97);
  for (const doc of docs) {
    for (const row of doc.rows) row.ids = row.ids.map((id) => kept.renumbered[id]).filter((id) => id >= 0);
    const known = [...doc.counts].filter(([id]) => keptWords.renumbered[id] >= 0);
    doc.wordRow = {
      ids: Int32Array.from(known, ([id]) => keptWords.renumbered[id]),
      values: Float64Array.from(known, ([, count]) => Math.log1p(count)),
    };
  }
  const signalNames = new Map();
  for (const doc of docs) {
    for (const { item, name } of doc.layout.statements.flatMap(({ hits }) => hits)) {
      signalNames.set(item, (signalNames.get(item) ?? new Set()).add(name));
    }
  }
  return { docs, items, names: kept, words: keptWords, signalNames };
}

function labelledDocs(folder) {
  const sources = new Map(rowsOf(path.join(folder, 'SOURCES.tsv')).map((row) => [row[0], row]));
  const labels = new Map();
  for (const [id, item, label, line] of rowsOf(path.join(folder, 'labels.tsv'))) {
    if (!labels.has(id)) labels.set(id, {});
    labels.get(id)[item] = { label, line: Number(line) || 0 };
  }
  return [...labels]
    .map(([id, given]) => ({ id, file: path.join(folder, 'docs', `${id}.md`), labels: given }))
    .filter(({ file }) => existsSync(file))
    .map(({ id, file, labels: given }) => ({
      id,
      repository: sources.get(id)?.[1],
      kind: sources.get(id)?.at(-1),
      labels: given,
      text: readFileSync(file, 'utf8'),
    }));
}

/** By doc and item: where (`line:column`, both 1-based) a statement answers, and whether the reader doubted it. */
function marksByDoc(file) {
  const docs = new Map();
  for (const [id, item, places] of rowsOf(file)) {
    if (!docs.has(id)) docs.set(id, new Map());
    const marked = places
      .split(' ')
      .map((place) => [place.replace('?', ''), place.endsWith('?') ? 'doubtful' : 'answers']);
    docs.get(id).set(item, new Map(marked));
  }
  return docs;
}

function rowsOf(file) {
  const rows = readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean);
  return rows.map((row) => row.split('\t'));
}

function factsOf(product, items, doc, names, words) {
  const statements = [];
  const all = [];
  const counts = new Map();
  for (const { piece } of doc.pieces) {
    const read = piece.statements.map((statement) => product.statementFeatures(statement, piece, items));
    const titles = piece.sections.map(({ title }) => product.headingFeatures(title, items));
    statements.push(...read);
    all.push(...titles.map((title) => title.items).slice(all.length === 0 ? 0 : 1));
    const headed = titles.filter((_, i) => piece.sections[i].blocks > 0).map((title) => title.names);
    for (const name of [...read.map(product.featureNames), ...headed].flat())
      counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const headings = product.withoutTitle(doc, all);
  const above = product.itemsAbove(doc, headings);
  const rows = statements.map((statement, i) => {
    const inherited = above[doc.statements[i].section].map((item) => product.headingName(item, items));
    const place = doc.position(doc.statements[i]);
    const ids = Int32Array.from(
      [...product.featureNames(statement), ...statement.forms, ...pairsOf(statement.tokens), ...inherited],
      (name) => names.idOf(name),
    );
    return {
      ids,
      speaks: statement.speaks,
      place: `${place.start.line}:${place.start.column}`,
      firstLine: place.start.line,
      lastLine: place.end.line,
    };
  });
  rows.filter((row) => row.speaks).forEach((row) => names.count(row.ids));
  const byId = new Map([...counts].map(([name, count]) => [words.idOf(name), count]));
  words.count(byId.keys());
  const layout = { statements, headings };
  return { doc, layout, tallies: product.tallies(doc, layout, above, items.keys.length), rows, counts: byId };
}

/** Names of the pairs of stems that stand side by side, each once. */
function pairsOf(tokens) {
  return new Set(tokens.slice(1).map(({ stem }, i) => `${tokens[i].stem} ${stem}`));
}

/** Numbers for names, and in how many rows each occurs. */
class Vocabulary {
  ids = new Map();
  names = [];
  counts = [];

  idOf(name) {
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.ids.set(name, id);
      this.names.push(name);
      this.counts.push(0);
    }
    return id;
  }

  count(ids) {
    for (const id of new Set(ids)) this.counts[id]++;
  }

  /** A copy without some names, and each id's new number (-1 for those left out). */
  without(isLeftOut) {
    const copy = new Vocabulary();
    copy.renumbered = Int32Array.from(this.names, (name, id) => {
      if (isLeftOut(name, this.counts[id])) return -1;
      const renumbered = copy.idOf(name);
      copy.counts[renumbered] = this.counts[id];
      return renumbered;
    });
    return copy;
  }
}

/** Splits docs into `count` folds of about the same size; the docs of one repository stay together. */
export function foldsByRepository(docs, count) {
  const groups = new Map();
  for (const doc of docs) groups.set(doc.repository, [...(groups.get(doc.repository) ?? []), doc]);
  const bySize = [...groups].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const folds = Array.from({ length: count }, () => []);
  for (const [, group] of bySize) folds.reduce((a, b) => (b.length < a.length ? b : a)).push(...group);
  return folds;
}

/** Writes weights as JSON with one feature on each line, so that a change can be reviewed. */
export function writeWeights(file, weights) {
  const lines = Object.entries(weights).map(([key, value]) => {
    if (Array.isArray(value)) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const rows = Object.entries(value).map(([name, row]) => `${JSON.stringify(name)}:${JSON.stringify(row)}`);
    return `${JSON.stringify(key)}: {\n${rows.join(',\n')}\n}`;
  });
  writeFileSync(file, `{\n${lines.join(',\n')}\n}\n`);
}
