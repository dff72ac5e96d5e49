import { sayingSections } from '../document/options';
import { isPlaceholder } from '../document/placeholders';
import { sectionsWithin } from '../document/structure';
import type { DesignDoc, Statement } from '../document/types';
import type { Knowledge } from '../knowledge/types';
import { says, sayingStatements } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { isInAny, ownSections } from './interface-words';

/** A reason stands in the choice itself or within a few statements of it. */
const NEAR = [0, 1, 2, 3, -1, -2, -3];

export const unreasonedDecision = defineRule(
  {
    id: 'unreasoned-decision',
    level: 'info',
    summary: 'A choice comes with its reason.',
  },
  ({ doc, reading, report }) => {
    const { knowledge } = reading;
    const choices = sayingStatements(knowledge, 'decisions', 'choice', doc);
    if (choices.length === 0) return;
    const choosing = new Set(choices.map(({ statement }) => statement.section));
    const reasons = new Map(
      sayingStatements(knowledge, 'decisions', 'reason', doc, (section) => choosing.has(section)).map(
        ({ index, statement }) => [index, statement.section],
      ),
    );
    const apart = ownSections(reading, ['open-questions', 'testing', 'rollout', 'non-goals']);
    // A decision record is about one choice: where it gives a reason, that is the reason.
    const isGrounded = choices.some(({ index }) => reasons.has(index)) || hasGrounds(doc, knowledge);
    const record = sectionsWithin(doc, ({ title }) => says(knowledge, 'decisions', 'record', title));
    const done = new Set<number>();
    for (const { statement, index } of choices) {
      const { kind, quoted, section, text } = statement;
      // Behind a colon follows what the choice is, or why.
      if (kind === 'heading' || quoted || done.has(section) || /[?:]$/.test(text)) continue;
      if (isPlaceholder(statement) || NEAR.some((step) => reasons.get(index + step) === section)) continue;
      if ((isGrounded && record.has(section)) || isInAny(doc, section, apart)) continue;
      if (hasReasonInRow(doc, knowledge, statement)) continue;
      done.add(section);
      report({
        message: 'A choice without its reason. Add “…, because …”: what does it give that the others do not?',
        at: statement,
      });
    }
  },
);

/** Whether a section for the reasons of a decision, or for what follows from it, says anything. */
function hasGrounds(doc: DesignDoc, knowledge: Knowledge): boolean {
  const filled = sayingSections(doc);
  return doc.sections.some(
    ({ index, title }) => filled[index] && says(knowledge, 'decisions', 'grounds', title),
  );
}

/** Whether a cell has a reason beside it, in a column for reasons. */
function hasReasonInRow({ tables }: DesignDoc, knowledge: Knowledge, { cell }: Statement): boolean {
  const { rows = [] } = tables[cell?.table ?? -1] ?? {};
  const [header = []] = rows;
  const isFilled = header.map((_, i) => /[\p{L}\p{N}]/u.test(rows[cell?.row ?? 0]?.[i] ?? ''));
  return header.some((title, i) => isFilled[i] && says(knowledge, 'decisions', 'reason-column', title));
}
