#!/usr/bin/env node
// Learns media/knowledge/weights.json from docs that readers have labelled.
// Usage: node tools/learn/learn.mjs CORPUS [--check] [--hold REPOSITORY,…] [--folds N] [--errors]
//   CORPUS  a folder with docs/*.md, labels.tsv and SOURCES.tsv; the docs of tools/learn/further are added where its
//           folder docs is filled (its README says from where)
//   --check   writes nothing; prints the score on docs of repositories that were left out of the learning, fold by fold
//   --hold    leaves these repositories out of everything and prints the score on them last
import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  ITEMS,
  ROOT,
  foldsByRepository,
  loadBuiltIn,
  loadProduct,
  readCorpus,
  writeWeights,
} from './corpus.mjs';
import { learn } from './model.mjs';
import { report } from './report.mjs';

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const folder = args[0];
if (!folder || folder.startsWith('--')) {
  console.error(
    'Usage: node tools/learn/learn.mjs CORPUS [--check] [--hold REPOSITORY,…] [--folds N] [--errors]',
  );
  process.exit(2);
}
if (!existsSync(path.join(folder, 'labels.tsv'))) {
  console.log(`No labelled docs in ${folder}: nothing to learn from, the weights stay as they are.`);
  process.exit(0);
}
const product = await loadProduct();
const knowledge = await loadBuiltIn(product);
for (const problem of knowledge.problems) console.error(`${problem.path}:${problem.line} ${problem.message}`);
const corpus = readCorpus(folder, path.join(ROOT, 'tools/learn/further'), product, knowledge);
const held = new Set((option('--hold') ?? '').split(',').filter(Boolean));
const allowed = corpus.docs.filter((doc) => !held.has(doc.repository));
const docs = allowed.filter((doc) => !doc.isFurther);

/** Reads docs with weights just as the product would. */
function answers(weights, read) {
  const knowing = { ...knowledge, weights: product.readWeights(JSON.stringify(weights)) };
  return read.map((doc) => {
    const reading = product.readDoc(doc.doc, knowing);
    const answer = (key) =>
      key.startsWith('c/') ? reading.concern(key.slice(2)) : reading.part(key.slice(2));
    return {
      doc,
      answers: Object.fromEntries(Object.entries(ITEMS).map(([label, key]) => [label, answer(key)])),
    };
  });
}

const errors = args.includes('--errors');
if (args.includes('--check')) {
  const folds = foldsByRepository(docs, Number(option('--folds') ?? 6));
  const read = folds.flatMap((fold, i) => {
    console.error(`fold ${i + 1} of ${folds.length}`);
    const repositories = new Set(fold.map((doc) => doc.repository));
    const others = allowed.filter((doc) => !repositories.has(doc.repository));
    return answers(learn(corpus, others, product), fold);
  });
  report('docs of other repositories than those learned from', read, errors);
}
if (held.size > 0 || !args.includes('--check')) {
  const weights = learn(corpus, allowed, product);
  if (held.size > 0)
    report(
      'docs of the repositories held back',
      answers(
        weights,
        corpus.docs.filter((doc) => !doc.isFurther && held.has(doc.repository)),
      ),
      errors,
    );
  else writeWeights(path.join(ROOT, 'media/knowledge/weights.json'), weights);
}
