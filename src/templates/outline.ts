import { parseDesignDoc } from '../document/parse';

/** A heading with the Markdown below it up to the next heading. */
export interface OutlineSection {
  /** The heading's line or lines as written; empty for what stands before the first heading. */
  readonly heading: string;
  /** The heading's plain text. */
  readonly title: string;
  /** 1 to 6; 0 before the first heading. */
  readonly depth: number;
  /** Parts of a doc that the section is, from its `<!-- parts: … -->`; `*` for all that have no section. */
  readonly parts: readonly string[];
  /** What stands below, without the comment and without blank lines around it. */
  readonly body: string;
}

const MARK = /^\s*<!--[ \t]*parts?:([^>]*?)-->/;

/** Cuts Markdown without front matter at its headings. */
export function readOutline(markdown: string): OutlineSection[] {
  return parseDesignDoc(markdown).sections.map((section) => {
    const heading = markdown.slice(section.heading.start, section.heading.end);
    const below = markdown.slice(section.heading.end, section.end);
    const mark = MARK.exec(below);
    return {
      heading,
      title: section.title,
      depth: section.depth,
      parts: mark?.[1]?.split(/[\s,]+/).filter((part) => part !== '') ?? [],
      body: below.slice(mark?.[0].length ?? 0).replace(/^(?:[ \t]*\n)+|\s+$/g, ''),
    };
  });
}

/** The Markdown of the sections again, one blank line between blocks. */
export function writeOutline(sections: readonly Pick<OutlineSection, 'heading' | 'body'>[]): string {
  const blocks = sections.flatMap(({ heading, body }) => [heading, body]).filter((block) => block !== '');
  return `${blocks.join('\n\n')}\n`;
}

/** What stands below a note's second-level heading, its own subsections included; undefined without that heading. */
export function noteSection(body: string, title: string): string | undefined {
  const sections = readOutline(body);
  const first = sections.findIndex((section) => section.depth === 2 && section.title === title);
  if (first < 0) return undefined;
  const next = sections.findIndex((section, i) => i > first && section.depth <= 2);
  const own = sections.slice(first, next < 0 ? undefined : next);
  return writeOutline(own.map((section, i) => (i === 0 ? { ...section, heading: '' } : section))).trimEnd();
}
