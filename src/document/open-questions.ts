import { statementsThat } from './by-piece';
import { restOfItem } from './item-rest';
import type { DesignDoc, Statement } from './types';

/** A question with what its list item or paragraph says behind it. */
export interface Question {
  readonly statement: Statement;
  /** Its index in `DesignDoc.statements`. */
  readonly index: number;
  /** Source of the item or paragraph behind the question: an answer, or who is asked. */
  readonly rest: string;
}

/** The questions of some sections (by index) that are no cells: what ends with a question mark. */
export function questionsIn(doc: DesignDoc, isIn: (section: number) => boolean): Question[] {
  return askingStatements(doc, isIn).map(({ statement, index }) => {
    return { statement, index, rest: restOfItem(doc, statement) };
  });
}

const askingStatements = statementsThat(
  ({ kind, quoted, text }) => text.endsWith('?') && kind !== 'heading' && kind !== 'cell' && !quoted,
);
