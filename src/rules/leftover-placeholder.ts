import { placeholdersIn } from '../document/placeholders';
import type { DesignDoc, Diagram, Span, Statement } from '../document/types';
import { defineRule } from './define-rule';
import { oneLine } from './text-edits';

export const leftoverPlaceholder = defineRule(
  {
    id: 'leftover-placeholder',
    level: 'warning',
    summary: 'Nothing is left from the template or marked as still to be written.',
  },
  ({ doc, report }) => {
    for (const statement of doc.statements) {
      const at = statement.quoted ? undefined : leftIn(doc, statement);
      if (at) report({ message: message(doc.text.slice(at.start, at.end)), at });
    }
    for (const diagram of doc.diagrams) {
      const at = leftInDiagram(doc, diagram);
      if (at) report({ message: message(doc.text.slice(at.start, at.end)), at });
    }
  },
);

function message(words: string): string {
  const prompt = oneLine(words.slice(1, -1));
  if (words.startsWith('{')) return `Still to be filled in: ${prompt}${/[.?…]$/.test(prompt) ? '' : '.'}`;
  return `“${words}” is left here: write what is missing, or move it to the open questions with a name.`;
}

/** The first thing to be filled in of a statement; what only stands in its code or its links' addresses is none. */
function leftIn(doc: DesignDoc, { text, start, end }: Statement): Span | undefined {
  const words = new Set(placeholdersIn(text).map((mark) => text.slice(mark.start, mark.end)));
  if (words.size === 0) return undefined;
  const source = doc.text.slice(start, end);
  const codeMark = /`+/g;
  // A statement's span begins with its words: the mark of code that begins it stands in front.
  let inCode = doc.text[start - 1] === '`';
  let next = codeMark.exec(source);
  for (const mark of placeholdersIn(source)) {
    for (; next && next.index < mark.start; next = codeMark.exec(source)) inCode = !inCode;
    if (!inCode && words.has(oneLine(source.slice(mark.start, mark.end)))) {
      return { start: start + mark.start, end: start + mark.end };
    }
  }
  return undefined;
}

/** The first label of a diagram that is still the template's: `["{Service}"]`. */
function leftInDiagram(doc: DesignDoc, { sourceStart, end }: Diagram): Span | undefined {
  const open = doc.text.indexOf('"{', sourceStart);
  const close = doc.text.indexOf('}"', open);
  if (open < 0 || close < 0 || close > end) return undefined;
  const at = { start: open + 1, end: close + 1 };
  return doc.text.slice(at.start, at.end).includes('\n') ? undefined : at;
}
