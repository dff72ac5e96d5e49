import { namesLikeMarkers, placeholderStatements, placeholdersIn } from '../document/placeholders';
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
    const prompts = new Map<number, Span[]>();
    const add = (section: number, spans: readonly Span[]): void => {
      const known = prompts.get(section);
      if (known) known.push(...spans);
      else if (spans.length > 0) prompts.set(section, [...spans]);
    };
    const names = namesLikeMarkers(doc);
    for (const { statement } of placeholderStatements(doc)) {
      const found = statement.quoted ? [] : leftIn(doc, statement);
      const left = found.filter(({ start, end }) => !names.has(doc.text.slice(start, end)));
      const [first] = left;
      if (!first) continue;
      const unfilled = left.filter(({ start }) => doc.text[start] === '{');
      if (unfilled.length > 0) add(statement.section, unfilled);
      else report({ message: marked(doc.text.slice(first.start, first.end)), at: first });
    }
    for (const diagram of doc.diagrams) add(diagram.section, leftInDiagram(doc, diagram));
    // A doc fresh from its template has some sixty prompts: one finding a section says as much.
    for (const spans of prompts.values()) {
      const [first, ...more] = spans.sort((a, b) => a.start - b.start);
      if (first)
        report({ message: unfilled(doc.text.slice(first.start, first.end), more.length), at: first });
    }
  },
);

function marked(words: string): string {
  return `“${words}” is left here: write what is missing, or move it to the open questions with a name.`;
}

function unfilled(words: string, more: number): string {
  const prompt = oneLine(words.slice(1, -1));
  const message = `Still to be filled in: ${prompt}${/[.?…]$/.test(prompt) ? '' : '.'}`;
  if (more === 0) return message;
  return `${message} ${String(more)} more ${more === 1 ? 'prompt is' : 'prompts are'} left in this section.`;
}

/** What is to be filled in of a statement; what only stands in its code or its links' addresses is nothing. */
function leftIn(doc: DesignDoc, { text, start, end }: Statement): Span[] {
  const words = new Set(placeholdersIn(text).map((mark) => text.slice(mark.start, mark.end)));
  if (words.size === 0) return [];
  const source = doc.text.slice(start, end);
  const codeMark = /`+/g;
  // A statement's span begins with its words: the mark of code that begins it stands in front.
  let inCode = doc.text[start - 1] === '`';
  let next = codeMark.exec(source);
  const left: Span[] = [];
  for (const mark of placeholdersIn(source)) {
    for (; next && next.index < mark.start; next = codeMark.exec(source)) inCode = !inCode;
    if (!inCode && words.has(oneLine(source.slice(mark.start, mark.end)))) {
      left.push({ start: start + mark.start, end: start + mark.end });
    }
  }
  return left;
}

/** The labels of a diagram that are still the template's: `["{Service}"]`. */
function leftInDiagram(doc: DesignDoc, { sourceStart, end }: Diagram): Span[] {
  const source = doc.text.slice(sourceStart, end);
  return [...source.matchAll(/(?<=")\{[^{}"\n]+\}(?=")/g)].map(({ 0: label, index }) => ({
    start: sourceStart + index,
    end: sourceStart + index + label.length,
  }));
}
