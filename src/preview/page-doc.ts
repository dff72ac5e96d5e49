import type { DesignDoc } from '../document/types';
import { asksForAnswer } from '../lint/finding-subject';
import type { Finding } from '../rules/finding';
import type { PageDiagram, PageFinding } from './protocol';

/** The diagrams of a doc as the page shows them. */
export function pageDiagrams(doc: DesignDoc): PageDiagram[] {
  return doc.diagrams.map((diagram) => {
    const section = doc.sections[diagram.section];
    const line = lineAt(doc, diagram.sourceStart);
    const titled = section !== undefined && section.depth > 0;
    return {
      source: diagram.source,
      heading: titled ? section.title : '',
      section: diagram.section,
      headingLine: titled ? lineAt(doc, section.heading.start) : line,
      line,
      indent: diagram.indent,
    };
  });
}

/** A file that is one diagram, as the page shows it. */
export function pageDiagramOfFile(text: string, name: string): PageDiagram[] {
  return [{ source: text, heading: name, section: 0, headingLine: 1, line: 1, indent: 0 }];
}

/** What the linter found, in its order. */
export function pageFindings(findings: readonly Finding[]): PageFinding[] {
  return findings.map(({ message, severity, start: { line, column } }) => ({
    message,
    severity,
    at: { line, column },
  }));
}

/** What a doc lacks, as ids of concerns and parts: warnings before information, each in the doc's order. */
export function lackingIn(findings: readonly Finding[]): string[] {
  const missing = findings.filter(({ rule }) => asksForAnswer(rule));
  const isInfo = ({ severity }: Finding): boolean => severity === 'info';
  const sorted = [...missing.filter((it) => !isInfo(it)), ...missing.filter(isInfo)];
  return sorted.map(({ rule, subject }) => subject ?? rule.replace('missing-', ''));
}

function lineAt(doc: DesignDoc, offset: number): number {
  return doc.position({ start: offset, end: offset }).start.line;
}
