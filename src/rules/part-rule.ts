import { statementsThat } from '../document/by-piece';
import { isPlaceholder } from '../document/placeholders';
import { isWithin, isWritten } from '../document/structure';
import type { Reading } from '../knowledge/reading';
import type { Part } from '../knowledge/types';
import { isAsked } from './asked';
import { defineRule, type Report, type Rule, type RuleMeta } from './define-rule';
import type { Fix } from './finding';
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
  /** Whether a list, a table or questions under the part's own heading hold it, whatever they say. */
  readonly byHeading?: boolean;
  /** Whether a prompt still asks for it. By default one that stands in the part's section, row or item. */
  readonly asks?: (reading: Reading, part: Part) => boolean;
  /** What mends it. By default the part's stub is put where it belongs. */
  readonly fix?: (reading: Reading, part: Part) => Fix | undefined;
}

/** Makes the rule that reports when a doc does not hold a part. A doc of headings only is not asked yet, nor
 * is one that still has the part's prompts: they are `leftover-placeholder`'s. */
export function partRule(meta: RuleMeta, check: PartCheck): Rule {
  return defineRule(meta, ({ doc, reading, report }) => {
    const part = reading.knowledge.parts.find(({ id }) => id === check.part);
    if (!part || !isWritten(doc) || (check.holds ?? answers(part.id))(reading)) return;
    if (check.byHeading && listsUnderHeading(reading, part.id)) return;
    if ((check.asks ?? isAsked)(reading, part)) return;
    report(missing(reading, part, check));
  });
}

function answers(part: string): (reading: Reading) => boolean {
  return (reading) => reading.part(part).answer === 'answered';
}

/** Words that an item needs to say something. */
const FEWEST_WORDS = 3;

function listsUnderHeading(reading: Reading, part: string): boolean {
  const { doc } = reading;
  const section = sectionOf(reading, part);
  if (!section) return false;
  return listed(doc, (index) => isWithin(doc, index, section.index)).length > 0;
}

const listed = statementsThat((statement) => {
  const { kind, text, quoted, cell } = statement;
  const isListed =
    kind === 'item' || (kind === 'cell' && cell?.row !== 0) || (kind === 'sentence' && text.endsWith('?'));
  return isListed && !quoted && text.split(' ').length >= FEWEST_WORDS && !isPlaceholder(statement);
});

function missing(reading: Reading, part: Part, { would, fix = insertPart }: PartCheck): Report {
  const section = sectionOf(reading, part.id);
  const who = section ? `“${section.title}” does not yet` : 'This doc does not';
  const mended = fix(reading, part);
  return {
    message: `${who} ${would}. ${part.question}`,
    at: partSpan(reading, part.id),
    subject: part.id,
    fixes: mended ? [mended] : [],
  };
}
