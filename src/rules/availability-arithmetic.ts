import { statementsWith } from '../document/by-piece';
import { placeOfWords } from '../document/locate';
import { sentenceBefore } from '../document/sentence-before';
import type { DesignDoc, Span, Statement } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import {
  allowedDowntime,
  claimsIn,
  pairsOf,
  speaksOfDowntime,
  type Claims,
  type Pair,
} from '../knowledge/downtime';
import type { Share } from '../knowledge/downtime-parts';
import { readableDuration } from '../knowledge/durations';
import type { Knowledge } from '../knowledge/types';
import { says } from '../knowledge/wording';
import { defineRule, type Report } from './define-rule';
import { rowsThat } from './table-rows';

/** Months have 28 to 31 days and figures are rounded: what differs by less is the same. */
const TOLERANCE = 1.25;

export const availabilityArithmetic = defineRule(
  {
    id: 'availability-arithmetic',
    level: 'warning',
    summary: 'A share of time and the downtime stated with it agree.',
  },
  ({ doc, reading: { knowledge }, report }) => {
    for (const { statement, index, found } of claimingStatements(knowledge)(doc)) {
      const shares = found.downtimes.length > 0 ? sharesNear(knowledge, doc, index, found) : [];
      for (const pair of [...found.pairs, ...pairsOf(shares, found.downtimes)])
        if (differs(pair)) report(disagreement(doc, pair, statement));
    }
    for (const { header, cells } of downtimeRows(knowledge)(doc)) {
      for (const { cell, ...pair } of pairsInRow(knowledge, header, cells))
        if (differs(pair)) report(disagreement(doc, pair, cell));
    }
  },
);

const claimingStatements = byKnowledge((knowledge) =>
  statementsWith(({ quoted, kind, text }) => {
    if (quoted || kind === 'cell' || !/\d/.test(text) || !speaksOfDowntime(knowledge, text)) return undefined;
    const claims = claimsIn(knowledge, text);
    return claims.pairs.length + claims.downtimes.length > 0 ? claims : undefined;
  }),
);

/** The shares promised in a statement; for one that only goes on from the sentence before it, those promised there. */
function sharesNear(
  knowledge: Knowledge,
  doc: DesignDoc,
  index: number,
  { pairs, shares, goesOn }: Claims,
): readonly Share[] {
  const hasOwn = shares.length > 0 || pairs.length > 0;
  if (!hasOwn && !goesOn) return [];
  const promising = hasOwn ? doc.statementAt(index) : sentenceBefore(doc, index);
  return promisedShares(knowledge, promising?.text ?? '');
}

function promisedShares(knowledge: Knowledge, text: string): readonly Share[] {
  if (!says(knowledge, 'downtime', 'promise', text) || says(knowledge, 'downtime', 'other', text)) return [];
  return claimsIn(knowledge, text).shares;
}

const downtimeRows = byKnowledge((knowledge) =>
  rowsThat(({ header, cells }) => {
    const told = columnsOf(knowledge, header, cells);
    const whole = told.flatMap(({ title, cell }) => [title, cell.text]).join(' | ');
    return speaksOfDowntime(knowledge, whole);
  }),
);

/** The cells of a row under headers that do not speak of another downtime than what a share of time allows. */
function columnsOf(
  knowledge: Knowledge,
  header: readonly string[],
  cells: readonly Statement[],
): { title: string; cell: Statement }[] {
  return cells
    .map((cell) => ({ title: header[cell.cell?.column ?? 0] ?? '', cell }))
    .filter(({ title }) => !says(knowledge, 'downtime', 'other', title));
}

function pairsInRow(
  knowledge: Knowledge,
  header: readonly string[],
  cells: readonly Statement[],
): (Pair & { cell: Statement })[] {
  const told = columnsOf(knowledge, header, cells).map(({ title, cell }) => {
    return { cell, ...claimsIn(knowledge, cell.text, title) };
  });
  const shares = told.flatMap((column) => column.shares);
  const downtimes = told.flatMap(({ cell, downtimes }) => downtimes.map((it) => ({ ...it, cell })));
  return [
    ...told.flatMap(({ cell, pairs }) => pairs.map((pair) => ({ ...pair, cell }))),
    ...pairsOf(shares, downtimes).map((pair) => ({ ...pair, cell: pair.downtime.cell })),
  ];
}

function differs({ share, downtime }: Pair): boolean {
  const ratio = downtime.seconds / allowedDowntime(share, downtime.period);
  return ratio > TOLERANCE || ratio < 1 / TOLERANCE;
}

function disagreement(doc: DesignDoc, { share, downtime }: Pair, statement: Statement): Report {
  const right = readableDuration(allowedDowntime(share, downtime.period));
  const written = statement.text.slice(downtime.start, downtime.end);
  const at: Span = placeOfWords(doc, statement, downtime.start, downtime.end);
  // "A 4-minute budget" would have to be written otherwise.
  const canWrite = doc.text.slice(at.start, at.end) === written && !written.includes('-');
  return {
    message: `${String(share.percent)} % of ${downtime.period.name} leaves ${right} of downtime, not ${written}.`,
    at,
    fixes: canWrite ? [{ title: `Write ${right}`, edits: [{ ...at, text: right }] }] : [],
  };
}
