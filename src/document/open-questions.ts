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
  return doc.statements.flatMap((statement) => {
    const { kind, quoted, text, start, end, section } = statement;
    if (kind === 'heading' || kind === 'cell' || quoted || !text.endsWith('?') || !isIn(section)) return [];
    const rest = restOfBlock(doc, statement);
    return [{ statement, source: doc.text.slice(start, end) + rest, rest: rest.trim() }];
  });
}

/** Longest rest that is looked at: enough to see that something is said. */
const REACH = 600;

/** What follows a statement up to the next item or paragraph that is indented no deeper. */
function restOfBlock(doc: DesignDoc, { start, end, section }: Statement): string {
  const lineStart = doc.text.lastIndexOf('\n', start) + 1;
  const indent = indentOf(doc.text.slice(lineStart, start));
  const lines = doc.text.slice(end, Math.min(end + REACH, doc.sections[section]?.end ?? end)).split('\n');
  const isNext = (line: string, i: number): boolean => {
    if (i === 0 || line.trim() === '' || indentOf(line) > indent) return false;
    return lines[i - 1]?.trim() === '' || /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line);
  };
  const next = lines.findIndex(isNext);
  return (next < 0 ? lines : lines.slice(0, next)).join('\n');
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
