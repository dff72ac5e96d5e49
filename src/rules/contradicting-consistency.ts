import { statementsWith } from '../document/by-piece';
import { isPlaceholder } from '../document/placeholders';
import type { Statement } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Reading } from '../knowledge/reading';
import { wordingOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { isInAny, ownSections } from './interface-words';
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
    const required = ownSections(reading, REQUIREMENT_PARTS);
    const asked = modelsIn(reading, (section) => isInAny(doc, section, required));
    const [want] = asked;
    if (!want || asked.some(({ model }) => model !== want.model)) return;
    const elsewhere = [...required, ...ownSections(reading, ASIDE)];
    const chosen = modelsIn(reading, (section) => !isInAny(doc, section, elsewhere));
    const [choice] = chosen;
    // A design that does both has a place for each, and says so somewhere.
    if (!choice || chosen.some(({ model }) => model === want.model)) return;
    const line = String(doc.position(want.statement).start.line);
    const wanted = want.model === 'strong' ? 'the latest write' : 'copies that may lag';
    report({
      message: `Line ${line} asks for ${wanted}, and this chooses the opposite. Say for which data each holds, or how the two are reconciled.`,
      at: choice.statement,
    });
  },
);

/** What statements of some sections say of consistency; one that says a word on both is no finding's business. */
function modelsIn(
  { doc, knowledge }: Reading,
  isIn: (section: number) => boolean,
): { statement: Statement; model: string }[] {
  return modelStatements(knowledge)(doc, isIn).map(({ statement, found }) => ({ statement, model: found }));
}

const modelStatements = byKnowledge((knowledge) =>
  statementsWith((statement) => {
    const { kind, quoted, text } = statement;
    if (kind === 'heading' || quoted || isPlaceholder(statement)) return undefined;
    const models = new Set(wordingOf(knowledge, 'consistency-models', text).map(({ entry }) => entry.id));
    const [model] = models;
    return models.size === 1 && model !== 'bridge' ? model : undefined;
  }),
);
