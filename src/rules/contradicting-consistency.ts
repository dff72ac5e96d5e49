import { statementsWith } from '../document/by-piece';
import { isPlaceholder } from '../document/placeholders';
import { sectionsWithin, titleSection } from '../document/structure';
import type { Statement } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Reading } from '../knowledge/reading';
import { says, stemsOf } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { isInAny, ownSections, stemsIn } from './interface-words';
import { REQUIREMENT_PARTS, requirementsIn } from './requirements';

/** Parts whose statements are not about the chosen design. */
const ASIDE = ['alternatives', 'open-questions', 'non-goals', 'tradeoffs', 'summary'];

export const contradictingConsistency = defineRule(
  {
    id: 'contradicting-consistency',
    level: 'info',
    summary: 'The consistency that is required is the consistency that is built.',
  },
  ({ doc, reading, report }) => {
    const { knowledge } = reading;
    const required = ownSections(reading, REQUIREMENT_PARTS);
    const requirements = new Set(requirementsIn(reading).map(({ index }) => index));
    const asked = modelsIn(reading, () => true).filter(({ index }) => requirements.has(index));
    const [first] = asked;
    if (!first || asked.some(({ model }) => model !== first.model)) return;
    const elsewhere = [...required, ...ownSections(reading, ASIDE)];
    const title = titleSection(doc);
    const aside = sectionsWithin(
      doc,
      (section) => section !== title && says(knowledge, 'consistency-models', 'aside', section.title),
    );
    const chosen = modelsIn(reading, (section) => !aside.has(section) && !isInAny(doc, section, elsewhere));
    // A design that does both has a place for each, and says so somewhere.
    if (chosen.some(({ model }) => model === first.model)) return;
    const wants = new Map(asked.flatMap((want) => want.things.map((thing) => [thing, want] as const)));
    const ofAll = asked.find(({ things }) => things.length === 0);
    const wantFor = ({ things }: Said): Said | undefined =>
      ofAll ?? things.map((thing) => wants.get(thing)).find((want) => want !== undefined);
    const choice = chosen.find(wantFor);
    const want = choice && wantFor(choice);
    if (!want) return;
    const line = String(doc.position(want.statement).start.line);
    const wanted = want.model === 'strong' ? 'the latest write' : 'copies that may lag';
    report({
      message: `Line ${line} asks for ${wanted}, and this chooses the opposite. Say for which data each holds, or how the two are reconciled.`,
      at: choice.statement,
    });
  },
);

/** What a statement says of consistency, and the stems of what it says it about. */
interface Said {
  readonly statement: Statement;
  /** Index of the statement in the doc. */
  readonly index: number;
  readonly model: string;
  readonly things: readonly string[];
}

/** What statements of some sections say of consistency; one that says a word on both is no finding's business. */
function modelsIn({ doc, knowledge }: Reading, isIn: (section: number) => boolean): Said[] {
  return modelStatements(knowledge)(doc, isIn).map(({ statement, index, found }) => ({
    statement,
    index,
    ...found,
  }));
}

const modelStatements = byKnowledge((knowledge) => {
  const general = [
    stemsOf(knowledge, 'entities', 'general'),
    stemsOf(knowledge, 'consistency-models', 'general'),
  ];
  return statementsWith((statement) => {
    const { kind, quoted, text } = statement;
    if (kind === 'heading' || quoted || isPlaceholder(statement)) return undefined;
    const isSaid = (entry: string): boolean => says(knowledge, 'consistency-models', entry, text);
    const isStrong = isSaid('strong');
    if (isStrong === isSaid('eventual') || isSaid('bridge')) return undefined;
    const things = stemsIn(text).filter((stem) => !general.some((stems) => stems.has(stem)));
    return { model: isStrong ? 'strong' : 'eventual', things };
  });
});
