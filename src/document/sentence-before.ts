import type { DesignDoc, Statement } from './types';

/** What may stand between two sentences of one paragraph: the ends of marks, white space, and no blank line. */
const BETWEEN = /^[*_~]{0,3}[ \t]*(?:\r?\n[ \t]*)?$/;

/** The sentence before a statement in the same paragraph or item, if there is one. */
export function sentenceBefore(doc: DesignDoc, index: number): Statement | undefined {
  const [before, at] = [doc.statementAt(index - 1), doc.statementAt(index)];
  if (!at || before?.kind !== at.kind || at.kind === 'cell' || at.kind === 'heading') return undefined;
  return BETWEEN.test(doc.text.slice(before.end, at.start)) ? before : undefined;
}
