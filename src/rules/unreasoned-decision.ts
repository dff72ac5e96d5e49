import { isPlaceholder } from '../document/placeholders';
import { isWithin } from '../document/structure';
import type { Statement } from '../document/types';
import { says, sayingStatements } from '../knowledge/wording';
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
    const { knowledge } = reading;
    const chooses = sayingStatements(knowledge, 'decisions', 'choice', doc);
    const hasReason = (statement: Statement | undefined, section: number): boolean =>
      statement?.section === section && says(knowledge, 'decisions', 'reason', statement.text);
    const apart = ['open-questions', 'testing', 'rollout', 'non-goals'].flatMap(
      (id) => sectionOf(reading, id)?.index ?? [],
    );
    const done = new Set<number>();
    doc.statements.forEach((statement, i) => {
      const { kind, quoted, section, text } = statement;
      if (!chooses[i] || kind === 'heading' || quoted || done.has(section) || text.endsWith('?')) return;
      if (isPlaceholder(statement) || NEAR.some((step) => hasReason(doc.statements[i + step], section)))
        return;
      if (apart.some((index) => isWithin(doc, section, index))) return;
      done.add(section);
      report({
        message: 'A choice without its reason. Add “…, because …”: what does it give that the others do not?',
        at: statement,
      });
    });
  },
);
