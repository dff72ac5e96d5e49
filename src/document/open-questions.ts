import { statementsThat } from './by-piece';
import { restOfItem } from './item-rest';
import type { DesignDoc, Statement } from './types';

/** A question with all that its list item or paragraph says. */
export interface Question {
  readonly statement: Statement;
  /** The source of the item or paragraph from the question on. */
  readonly source: string;
  /** Words of the item or paragraph behind the question: an answer, or who is asked. */
  readonly rest: string;
}

/** The questions of some sections (by index) that are no cells: what ends with a question mark. */
export function questionsIn(doc: DesignDoc, isIn: (section: number) => boolean): Question[] {
  const questions: Question[] = [];
  for (const { statement } of askingStatements(doc, isIn)) {
    const { start, end } = statement;
    const rest = restOfItem(doc, statement);
    questions.push({ statement, source: `${doc.text.slice(start, end)} ${rest}`, rest });
  }
  return questions;
}

const askingStatements = statementsThat(
  ({ kind, quoted, text }) => text.endsWith('?') && kind !== 'heading' && kind !== 'cell' && !quoted,
);
