import { checkDiagram } from '../diagrams/check-diagram';
import type { DesignDoc, Diagram, Span } from '../document/types';
import { defineRule } from './define-rule';

export const mermaidSyntax = defineRule(
  {
    id: 'mermaid-syntax',
    level: 'error',
    summary: 'Every Mermaid diagram can be drawn.',
  },
  async ({ doc, report }) => {
    for (const diagram of doc.diagrams) {
      for (const problem of await checkDiagram(diagram.source)) {
        report({
          message: `This diagram cannot be drawn: ${problem.message}`,
          at: spanInDoc(doc, diagram, problem.line, problem.column),
        });
      }
    }
  },
);

/** The rest of the line from a place in a diagram's source (1-based), as a span of the doc. */
function spanInDoc(doc: DesignDoc, diagram: Diagram, line: number, column: number): Span {
  let start = diagram.sourceStart;
  for (let i = 1; i < line; i++) {
    const newline = doc.text.indexOf('\n', start);
    if (newline < 0 || newline >= diagram.end) break;
    start = newline + 1;
  }
  const newline = doc.text.indexOf('\n', start);
  const lineEnd = Math.min(newline < 0 ? doc.text.length : newline, diagram.end);
  const text = doc.text.slice(start, lineEnd).trimEnd();
  const indent = Math.min(diagram.indent, text.length - text.trimStart().length);
  const at = Math.min(start + indent + Math.max(column - 1, 0), start + Math.max(text.length - 1, 0));
  return { start: at, end: Math.max(start + text.length, at) };
}
