import { isWritten } from '../document/structure';
import type { Reading } from '../knowledge/reading';
import { defineRule, type Report, type Rule, type RuleMeta } from './define-rule';
import { insertPart } from './insertion';
import { partSpan, sectionOf } from './places';

/** What a rule about a part of the doc looks for. */
export interface PartCheck {
  /** The id of a file in `knowledge/parts`. */
  readonly part: string;
  /** Completes "This doc does not …": what the doc would do if it held the part. */
  readonly would: string;
  /** Whether the doc holds it. By default the part's signals say so. */
  readonly holds?: (reading: Reading) => boolean;
}

/** Makes the rule that reports when a doc does not hold a part. A doc of headings only is not asked yet. */
export function partRule(meta: RuleMeta, check: PartCheck): Rule {
  return defineRule(meta, ({ doc, reading, report }) => {
    if (!reading.knowledge.parts.some(({ id }) => id === check.part)) return;
    if (!isWritten(doc) || (check.holds ?? answers(check.part))(reading)) return;
    report(missing(reading, check));
  });
}

function answers(part: string): (reading: Reading) => boolean {
  return (reading) => reading.part(part).answer === 'answered';
}

function missing(reading: Reading, { part: id, would }: PartCheck): Report {
  const part = reading.knowledge.parts.find((candidate) => candidate.id === id);
  const section = sectionOf(reading, id);
  const who = section ? `“${section.title}” does not yet` : 'This doc does not';
  const fix = part && insertPart(reading, part);
  return {
    message: `${who} ${would}. ${part?.question ?? ''}`.trimEnd(),
    at: partSpan(reading, id),
    subject: id,
    fixes: fix ? [fix] : [],
  };
}
