import { statementsWith } from '../document/by-piece';
import { restOfItem } from '../document/item-rest';
import { placeOfWords } from '../document/locate';
import type { Statement } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import { quantitiesOf } from '../knowledge/quantities';
import type { Reading } from '../knowledge/reading';
import { says, wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { requirementsIn } from './requirements';

export const unquantifiedClaim = defineRule(
  {
    id: 'unquantified-claim',
    level: 'info',
    summary: 'A quality that a goal or requirement promises comes with a figure.',
  },
  ({ doc, reading, report }) => {
    const required = requirementsIn(reading);
    const ends = new Map(required.map(({ index, until }) => [index, until]));
    const sections = new Set(required.map(({ statement }) => statement.section));
    for (const { statement, index, found: claim } of claims(reading.knowledge)(doc, (i) => sections.has(i))) {
      if (claim.start >= (ends.get(index) ?? 0) || hasFigureNear(reading, index)) continue;
      const words = statement.text.slice(claim.start, claim.end);
      report({
        message: `“${words}” can be read in many ways. State ${claim.entry.say}.`,
        at: placeOfWords(doc, statement, claim.start, claim.end),
        subject: claim.entry.id,
      });
    }
  },
);

const claims = byKnowledge((knowledge) =>
  statementsWith(({ text }) => wordingOf(knowledge, 'claims', text)[0]),
);

/** Whether a figure stands in a statement, in the rest of its item, in its row, or in the sentences beside it. */
function hasFigureNear({ doc, knowledge }: Reading, index: number): boolean {
  const at = doc.statementAt(index) as Statement;
  if (/\d/.test(at.text) || says(knowledge, 'figures', 'figure', at.text)) return true;
  if (at.kind === 'item') return quantitiesOf(restOfItem(doc, at)).length > 0;
  const isNear = (other: Statement | undefined): boolean =>
    other?.section === at.section && (at.cell ? isSameRow(at, other) : other.kind === at.kind);
  const near = [index - 2, index - 1, index + 1, index + 2].map(doc.statementAt).filter(isNear);
  return near.some((other) => other !== undefined && quantitiesOf(other.text).length > 0);
}

function isSameRow(a: Statement, b: Statement): boolean {
  return a.cell?.table === b.cell?.table && a.cell?.row === b.cell?.row;
}
