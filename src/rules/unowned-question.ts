import { questionsIn } from '../document/open-questions';
import { isWithin } from '../document/structure';
import type { DesignDoc, Statement } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import { stageOf } from '../knowledge/status';
import type { Knowledge } from '../knowledge/types';
import { says } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { sectionOf } from './places';
import { rowsThat } from './table-rows';

export const unownedQuestion = defineRule(
  {
    id: 'unowned-question',
    level: 'info',
    summary: 'Every open question has somebody who answers it.',
  },
  ({ doc, reading, report }) => {
    const section = sectionOf(reading, 'open-questions');
    const stage = stageOf(doc, reading.knowledge);
    if (!section || stage === 'decided' || stage === 'closed') return;
    const isIn = (index: number): boolean => isWithin(doc, index, section.index);
    const asked = questionsIn(doc, isIn)
      // What goes on behind the question discusses or answers it.
      .filter(({ source, rest }) => rest.length < 40 && !namesOwner(reading.knowledge, source))
      .map(({ statement }) => statement);
    for (const at of [...asked, ...unownedRows(doc, isIn, reading.knowledge)]) {
      report({
        message:
          'Nobody is named to answer this. Say who does, and by when: “Ana asks the legal team by 15 March”.',
        at,
      });
    }
  },
);

/** The first cells of rows that leave the owners' column empty. */
function unownedRows(doc: DesignDoc, isIn: (section: number) => boolean, knowledge: Knowledge): Statement[] {
  return rowsWithoutOwner(knowledge)(doc).flatMap(({ cells, section }) => {
    return isIn(section) ? cells.slice(0, 1) : [];
  });
}

const rowsWithoutOwner = byKnowledge((knowledge) =>
  rowsThat(({ header, cells }) => {
    const column = header.findIndex((title) => says(knowledge, 'owners', 'column', title));
    return column >= 0 && !cells.some(({ cell, text }) => cell?.column === column && /\p{L}/u.test(text));
  }),
);

/** A name as questions give it: `@ana`, `(Ana)`, `Ana:`, `— Ana`, `Ana asks`, `Ana to ask`, `by Ana`. */
const NAME =
  /@[\w-]|\(\p{Lu}\p{Ll}+[ ,)]|^\p{Lu}\p{Ll}+:|[—–-] \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ (?:asks|decides|checks|answers|finds|owns|will|to) |(?:by|with) \p{Lu}\p{Ll}+/u;

function namesOwner(knowledge: Knowledge, source: string): boolean {
  return NAME.test(source) || says(knowledge, 'owners', 'owner', source);
}
