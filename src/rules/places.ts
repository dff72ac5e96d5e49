import type { DesignDoc, Section, Span } from '../document/types';
import type { Reading } from '../knowledge/reading';

/** The doc's title: its first heading, else the front matter's title, else its first words. */
export function titleSpan(doc: DesignDoc): Span {
  const heading = doc.sections.find((section) => section.depth > 0)?.heading;
  if (heading) return heading;
  const title = doc.frontMatter?.entries.find((entry) => entry.key === 'title');
  if (title) return title.valueSpan;
  const first = doc.statements[0];
  if (first) return first;
  const start = doc.text.search(/\S/);
  if (start < 0) return { start: 0, end: 0 };
  const lineEnd = doc.text.indexOf('\n', start);
  return { start, end: lineEnd < 0 ? doc.text.length : lineEnd };
}

/** Where a reader would look for a part: the part's own heading, else the title. */
export function partSpan(reading: Reading, partId: string): Span {
  return sectionOf(reading, partId)?.heading ?? titleSpan(reading.doc);
}

/** Where a reader would look for an answer to a quality attribute: the requirements heading, else the title. */
export function requirementsSpan(reading: Reading): Span {
  return requirementsSection(reading)?.heading ?? titleSpan(reading.doc);
}

/** The section that holds the quality requirements, else the one that holds requirements of any kind. */
export function requirementsSection(reading: Reading): Section | undefined {
  return sectionOf(reading, 'quality-requirements') ?? sectionOf(reading, 'functional-requirements');
}

/** The section that is a part's own, by its heading. */
export function sectionOf(reading: Reading, partId: string): Section | undefined {
  return reading.doc.sections[reading.sectionOf(partId)];
}
