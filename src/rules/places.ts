import { titleSection } from '../document/structure';
import type { DesignDoc, Section, Span } from '../document/types';
import type { Reading } from '../knowledge/reading';

/**
 * The doc's title: its heading, else the front matter's title, else the first heading or words. For a doc of nothing
 * but front matter without a title, an empty span at its end.
 */
function titleSpan(doc: DesignDoc): Span {
  const heading = titleSection(doc)?.heading;
  if (heading) return heading;
  const title = doc.frontMatter?.entries.find((entry) => entry.key === 'title');
  if (title && title.valueSpan.end > title.valueSpan.start) return title.valueSpan;
  const first =
    doc.sections[1]?.heading ?? doc.statementAt(0) ?? doc.diagrams[0] ?? doc.code[0] ?? doc.pictures[0];
  return first ?? { start: doc.frontMatter?.end ?? 0, end: doc.frontMatter?.end ?? 0 };
}

/** Where a reader would look for a part: the part's own heading, else the title. */
export function partSpan(reading: Reading, partId: string): Span {
  return sectionOf(reading, partId)?.heading ?? titleSpan(reading.doc);
}

/** Where a reader would look for an answer to a quality attribute: the requirements heading, else the title. */
export function requirementsSpan(reading: Reading): Span {
  const section = sectionOf(reading, 'quality-requirements') ?? sectionOf(reading, 'functional-requirements');
  return section?.heading ?? titleSpan(reading.doc);
}

/** The section that is a part's own, by its heading. Undefined too for a part that the knowledge does not hold. */
export function sectionOf(reading: Reading, partId: string): Section | undefined {
  if (!reading.knowledge.parts.some(({ id }) => id === partId)) return undefined;
  return reading.doc.sections[reading.sectionOf(partId)];
}
