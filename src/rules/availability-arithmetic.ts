import { statementsThat } from '../document/by-piece';
import { placeOfWords } from '../document/locate';
import type { DesignDoc, Span, Statement } from '../document/types';
import {
  allowedDowntime,
  downtimesIn,
  periodIn,
  readableDuration,
  sharesIn,
  type Downtime,
  type Share,
} from '../knowledge/downtime';
import { byKnowledge } from '../knowledge/by-knowledge';
import { wordingOf } from '../knowledge/wording';
import type { Knowledge } from '../knowledge/types';
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
  ({ doc, reading, report }) => {
    const { knowledge } = reading;
    for (const { statement } of downtimeStatements(knowledge)(doc)) {
      const downtimes = downtimesIn(statement.text);
      compare(
        sharesIn(statement.text),
        downtimes.map((downtime) => ({ downtime, statement })),
      ).forEach(say);
    }
    for (const { header, cells } of downtimeRows(knowledge)(doc)) {
      const said = cells.flatMap((statement) => {
        const hint = periodIn(header[statement.cell?.column ?? 0] ?? '');
        return downtimesIn(statement.text, hint).map((downtime) => ({ downtime, statement }));
      });
      compare(
        cells.flatMap(({ text }) => sharesIn(text)),
        said,
      ).forEach(say);
    }

    function say({ share, downtime, statement }: Disagreement): void {
      report(disagreement(doc, share, downtime, statement));
    }
  },
);

interface Disagreement {
  readonly share: Share;
  readonly downtime: Downtime;
  readonly statement: Statement;
}

const downtimeStatements = byKnowledge((knowledge) =>
  statementsThat(({ quoted, kind, text }) => !quoted && kind !== 'cell' && speaksOfDowntime(knowledge, text)),
);

const downtimeRows = byKnowledge((knowledge) =>
  rowsThat(({ header, cells }) => {
    const whole = [...header, ...cells.map(({ text }) => text)].join(' | ');
    return whole.includes('%') && speaksOfDowntime(knowledge, whole);
  }),
);

function speaksOfDowntime(knowledge: Knowledge, text: string): boolean {
  if (!text.includes('9')) return false;
  const said = wordingOf(knowledge, 'downtime', text);
  return said.some(({ entry }) => entry.id === 'down') && !said.some(({ entry }) => entry.id === 'other');
}

/** Pairs one share with every downtime, or as many shares as downtimes in their order; anything else is a guess. */
function compare(shares: readonly Share[], said: readonly Omit<Disagreement, 'share'>[]): Disagreement[] {
  if (shares.length !== 1 && shares.length !== said.length) return [];
  return said.flatMap((one, i) => {
    const share = shares.length === 1 ? shares[0] : shares[i];
    if (!share) return [];
    const ratio = one.downtime.seconds / allowedDowntime(share, one.downtime.period);
    return ratio > TOLERANCE || ratio < 1 / TOLERANCE ? [{ share, ...one }] : [];
  });
}

function disagreement(doc: DesignDoc, share: Share, downtime: Downtime, statement: Statement): Report {
  const right = readableDuration(allowedDowntime(share, downtime.period));
  const written = statement.text.slice(downtime.start, downtime.end);
  const at: Span = placeOfWords(doc, statement, downtime.start, downtime.end);
  const canWrite = doc.text.slice(at.start, at.end) === written;
  return {
    message: `${String(share.percent)} % of a ${downtime.period.name} leaves ${right} of downtime, not ${written}.`,
    at,
    fixes: canWrite ? [{ title: `Write ${right}`, edits: [{ ...at, text: right }] }] : [],
  };
}
