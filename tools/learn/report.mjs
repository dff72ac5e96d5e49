import { ITEMS } from './corpus.mjs';
import { f1 } from './regression.mjs';

/** Prints how well answers agree with labels; a class of fewer than five docs says nothing and is left out. */
export function report(title, read, errors) {
  const rows = Object.keys(ITEMS).map((item) => row(item, read));
  console.log(`\n${title}: ${read.length}\nitem             right missed wrong  F1(missing) macro-F1`);
  for (const { item, tp, fp, fn, tn, macro, wrong } of rows) {
    const counts = `${pad(tp + tn)} ${pad(fn, 6)} ${pad(fp)}`;
    console.log(
      `${item.padEnd(16)} ${counts}  ${f1(tp, fp, fn).toFixed(3).padStart(11)} ${macro.toFixed(3).padStart(8)}`,
    );
    if (errors) wrong.forEach((line) => console.log(`    ${line}`));
  }
  const sum = (key) => rows.reduce((total, each) => total + each[key], 0);
  const concerns = rows.filter(({ item }) => ITEMS[item].startsWith('c/'));
  const mean = (list) => list.reduce((total, { macro }) => total + macro, 0) / list.length;
  const precision = sum('tp') / (sum('tp') + sum('fp') || 1);
  const recall = sum('tp') / (sum('tp') + sum('fn') || 1);
  console.log(
    `macro-F1 ${mean(rows).toFixed(3)} (concerns ${mean(concerns).toFixed(3)}) precision ${precision.toFixed(3)} recall ${recall.toFixed(3)}`,
  );
}

function row(item, read) {
  const n = { tp: 0, fp: 0, fn: 0, tn: 0 };
  const wrong = [];
  for (const { doc, answers } of read) {
    const { label, line } = doc.labels[item];
    if (label === 'thin') continue;
    const reported = answers[item].answer !== 'answered';
    n[label === 'no' ? (reported ? 'tp' : 'fn') : reported ? 'fp' : 'tn']++;
    if (reported === (label === 'no')) continue;
    const evidence = doc.doc.statements[answers[item].evidence];
    const seen = evidence ? `line ${doc.doc.position(evidence).start.line}` : 'nothing';
    wrong.push(
      `${reported ? 'wrongly reported' : 'not reported'}: ${doc.id} ${answers[item].score.toFixed(2)} saw ${seen}${label === 'yes' ? `, reader line ${line}` : ''}`,
    );
  }
  const classes = [
    { size: n.tp + n.fn, value: f1(n.tp, n.fp, n.fn) },
    { size: n.tn + n.fp, value: f1(n.tn, n.fn, n.fp) },
  ].filter(({ size }) => size >= 5);
  const macro =
    classes.length === 0 ? 1 : classes.reduce((sum, { value }) => sum + value, 0) / classes.length;
  return { item, ...n, macro, wrong };
}

function pad(value, width = 5) {
  return String(value).padStart(width);
}
