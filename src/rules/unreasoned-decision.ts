import { isPlaceholder } from '../document/placeholders';
import { isWithin } from '../document/structure';
import { only, wordingsOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { sectionOf } from './places';

/** A reason stands in the choice itself or within a few statements of it. */
const NEAR = [0, 1, 2, 3, -1, -2, -3];

export const unreasonedDecision = defineRule(
  {
    id: 'unreasoned-decision',
    level: 'info',
    summary: 'A choice comes with its reason.',
  },
  ({ doc, reading, report }) => {
    const wordings = wordingsOf(reading.knowledge, doc);
    const hasReason = (i: number, section: number): boolean =>
      doc.statements[i]?.section === section && only(wordings[i], 'decisions', 'reason').length > 0;
    const apart = ['open-questions', 'testing', 'rollout', 'non-goals'].flatMap(
      (id) => sectionOf(reading, id)?.index ?? [],
    );
    const done = new Set<number>();
    doc.statements.forEach((statement, i) => {
      const { kind, quoted, section, text } = statement;
      if (kind === 'heading' || quoted || done.has(section) || text.endsWith('?')) return;
      if (isPlaceholder(statement) || only(wordings[i], 'decisions', 'choice').length === 0) return;
      if (NEAR.some((step) => hasReason(i + step, section))) return;
      if (apart.some((index) => isWithin(doc, section, index))) return;
      done.add(section);
      report({
        message: 'A choice without its reason. Add “…, because …”: what does it give that the others do not?',
        at: statement,
      });
    });
  },
);
