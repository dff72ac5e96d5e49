import { questionsIn } from '../document/open-questions';
import { isSettled } from '../document/settled';
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
      .filter(({ statement, index, rest }) => {
        if (isSettled(statement, doc.text) || NAME.test(statement.text)) return false;
        return !goesOn(rest) && !isAnsweredBelow(doc, statement, index);
      })
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

/** The questions of rows that leave the owners' column empty. */
function unownedRows(doc: DesignDoc, isIn: (section: number) => boolean, knowledge: Knowledge): Statement[] {
  return rowsWithoutOwner(knowledge)(doc).flatMap(({ cells, section }) => {
    const asking =
      cells.find(({ text }) => text.endsWith('?')) ?? cells.find(({ text }) => text.includes(' '));
    return isIn(section) ? [asking ?? (cells[0] as Statement)] : [];
  });
}

const rowsWithoutOwner = byKnowledge((knowledge) =>
  rowsThat(({ header, cells }, piece) => {
    const columns = (entry: string): number[] =>
      header.flatMap((title, i) => (says(knowledge, 'owners', entry, title) ? [i] : []));
    const isFilled = ({ text }: Statement): boolean =>
      /\p{L}/u.test(text) && !says(knowledge, 'owners', 'nobody', text);
    const owners = columns('column');
    const settling = new Set([...owners, ...columns('answer-column')]);
    if (owners.length === 0 || cells.some((cell) => isSettled(cell, piece.text))) return false;
    return !cells.some((cell) => settling.has(cell.cell?.column ?? -1) && isFilled(cell));
  }),
);

/** A name in or before a question: `@ana`, `Ana: how …?`, `[Ana] how …?`, `how … (Ana)?`. */
const NAME = /@[\w-]|^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?:|[([]\p{Lu}\p{Ll}+[ ,)\]]/u;

/** The end of a link around a question, HTML, comments and marks of footnotes. */
const SAYS_NOTHING =
  /^[*_~"'”’)]*\](?:\([^()\s]{0,500}\)|\[[^\]]{0,200}\])|<!--[^]{0,600}?-->|<[^<>]{0,300}>|\[\^[^\]]{0,100}\]/g;

/** Whether anything stands behind a question: an answer, a discussion, who is asked, or a question that goes on. */
function goesOn(rest: string): boolean {
  return /[\p{L}\p{N}\p{So}]/u.test(rest.replace(SAYS_NOTHING, ' '));
}

/** Whether a question that is a paragraph is followed by one that is none. */
function isAnsweredBelow(doc: DesignDoc, { kind, section }: Statement, index: number): boolean {
  const next = doc.statementAt(index + 1);
  if (kind !== 'sentence' || next?.section !== section) return false;
  return next.kind === 'sentence' && !next.text.endsWith('?');
}
