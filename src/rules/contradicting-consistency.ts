import { isPlaceholder } from '../document/placeholders';
import { isWithin } from '../document/structure';
import { only, wordingsOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { sectionOf } from './places';
import { REQUIREMENT_PARTS } from './requirements';

/** Parts whose statements are not about the chosen design. */
const ASIDE = ['alternatives', 'open-questions', 'non-goals', 'tradeoffs', 'summary'];

export const contradictingConsistency = defineRule(
  {
    id: 'contradicting-consistency',
    level: 'info',
    summary: 'The consistency that is required is the consistency that is built.',
  },
  ({ doc, reading, report }) => {
    const wordings = wordingsOf(reading.knowledge, doc);
    const own = (ids: readonly string[]): number[] =>
      ids.flatMap((id) => sectionOf(reading, id)?.index ?? []);
    const [required, aside] = [own(REQUIREMENT_PARTS), own(ASIDE)];
    const models = doc.statements.flatMap((statement, i) => {
      const said = only(wordings[i], 'consistency-models').map(({ entry }) => entry.id);
      const [model] = said;
      if (!model || new Set(said).size > 1 || model === 'bridge') return [];
      if (statement.quoted || statement.kind === 'heading' || isPlaceholder(statement)) return [];
      const isIn = (sections: readonly number[]): boolean =>
        sections.some((index) => isWithin(doc, statement.section, index));
      return isIn(aside) ? [] : [{ statement, model, isRequired: isIn(required) }];
    });
    const asked = models.filter(({ isRequired }) => isRequired);
    const [want] = asked;
    if (!want || asked.some(({ model }) => model !== want.model)) return;
    const chosen = models.filter(({ isRequired }) => !isRequired);
    const [choice] = chosen;
    // A design that does both has a place for each, and says so somewhere.
    if (!choice || choice.model === want.model || chosen.some(({ model }) => model === want.model)) return;
    const line = String(doc.position(want.statement).start.line);
    const wanted = want.model === 'strong' ? 'the latest write' : 'copies that may lag';
    report({
      message: `Line ${line} asks for ${wanted}, and this chooses the opposite. Say for which data each holds, or how the two are reconciled.`,
      at: choice.statement,
    });
  },
);
