import { anyStatementThat } from './by-piece';
import { frontMatterValue } from './front-matter';
import type { DesignDoc, Section } from './types';

/**
 * The section whose heading is the doc's title: the first heading where it stands above all others. Where the front
 * matter has a title, only a first-level heading that stands alone is taken for it once more.
 */
export function titleSection(doc: DesignDoc): Section | undefined {
  const first = doc.sections[1];
  if (!first) return undefined;
  const alone = doc.sections.every((section) => section.index <= 1 || section.depth > first.depth);
  if (frontMatterTitle(doc) !== undefined) return alone && first.depth === 1 ? first : undefined;
  return alone || first.depth === 1 ? first : undefined;
}

/** The title that the front matter gives the doc. */
export function frontMatterTitle(doc: DesignDoc): string | undefined {
  const title = frontMatterValue(doc.frontMatter, 'title');
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

/** The depth of the doc's main sections, 1 to 6: below the title where a heading is the title. */
export function mainDepth(doc: DesignDoc): number {
  const title = titleSection(doc);
  let depth = Infinity;
  for (const section of doc.sections) {
    if (section.depth > 0 && section !== title) depth = Math.min(depth, section.depth);
  }
  if (depth !== Infinity) return depth;
  return title ? Math.min(title.depth + 1, 6) : 2;
}

/** Index of the first section after a section and all that belongs to it; the number of sections at the end. */
export function afterSubsections(doc: DesignDoc, section: Section): number {
  let index = section.index + 1;
  while ((doc.sections[index]?.depth ?? 0) > section.depth) index++;
  return index;
}

/** Whether a section has subsections. */
export function hasSubsections(doc: DesignDoc, section: Section): boolean {
  return (doc.sections[section.index + 1]?.depth ?? 0) > section.depth;
}

/** Whether a section is another one or belongs to it, at any depth. */
export function isWithin(doc: DesignDoc, section: number, ancestor: number): boolean {
  for (let at = section; at >= 0; at = doc.sections[at]?.parent ?? -1) {
    if (at === ancestor) return true;
  }
  return false;
}

/** Indexes of the sections that pass a test, and of all that belong to them. */
export function sectionsWithin(doc: DesignDoc, test: (section: Section) => boolean): ReadonlySet<number> {
  const within = new Set<number>();
  for (const section of doc.sections)
    if (within.has(section.parent) || test(section)) within.add(section.index);
  return within;
}

/** Whether anything but headings has been written yet. */
export function isWritten(doc: DesignDoc): boolean {
  const { diagrams, code, pictures } = doc;
  return diagrams.length + code.length + pictures.length > 0 || saysSomething(doc);
}

const saysSomething = anyStatementThat(({ kind }) => kind !== 'heading');
