import { isPlaceholder } from '../document/placeholders';
import { isWithin } from '../document/structure';
import { sayingStatements } from '../knowledge/wording';
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
    const choices = sayingStatements(knowledge, 'decisions', 'choice', doc);
    const choosing = new Set(choices.map(({ statement }) => statement.section));
    const reasons = new Map(
      sayingStatements(knowledge, 'decisions', 'reason', doc, (section) => choosing.has(section)).map(
        ({ index, statement }) => [index, statement.section],
      ),
    );
    const apart = ['open-questions', 'testing', 'rollout', 'non-goals'].flatMap(
      (id) => sectionOf(reading, id)?.index ?? [],
    );
    const done = new Set<number>();
    for (const { statement, index } of choices) {
      const { kind, quoted, section, text } = statement;
      if (kind === 'heading' || quoted || done.has(section) || text.endsWith('?')) continue;
      if (isPlaceholder(statement) || NEAR.some((step) => reasons.get(index + step) === section)) continue;
      if (apart.some((own) => isWithin(doc, section, own))) continue;
      done.add(section);
      report({
        message: 'A choice without its reason. Add “…, because …”: what does it give that the others do not?',
        at: statement,
      });
    }
  },
);
