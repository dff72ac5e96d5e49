import { questionsIn } from '../document/open-questions';
import { isWithin } from '../document/structure';
import type { DesignDoc, Statement } from '../document/types';
import { stageOf } from '../knowledge/status';
import type { Knowledge } from '../knowledge/types';
import { says } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { sectionOf } from './places';
import { rowsOf } from './table-rows';

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
  return rowsOf(doc).flatMap(({ header, cells, section }) => {
    const column = header.findIndex((title) => says(knowledge, 'owners', 'column', title));
    const [first] = cells;
    if (!first || column < 0 || !isIn(section)) return [];
    return cells.some(({ cell, text }) => cell?.column === column && /\p{L}/u.test(text)) ? [] : [first];
  });
}

/** A name as questions give it: `@ana`, `(Ana)`, `Ana:`, `— Ana`, `Ana asks`, `Ana to ask`, `by Ana`. */
const NAME =
  /@[\w-]|\(\p{Lu}\p{Ll}+[ ,)]|^\p{Lu}\p{Ll}+:|[—–-] \p{Lu}\p{Ll}+|\p{Lu}\p{Ll}+ (?:asks|decides|checks|answers|finds|owns|will|to) |(?:by|with) \p{Lu}\p{Ll}+/u;

function namesOwner(knowledge: Knowledge, source: string): boolean {
  return NAME.test(source) || says(knowledge, 'owners', 'owner', source);
}
