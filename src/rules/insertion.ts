import type { DesignDoc, Section } from '../document/types';
import type { Reading } from '../knowledge/reading';
import type { Concern, Part } from '../knowledge/types';
import type { Fix, TextEdit } from './finding';
import { sectionOf } from './places';

/** Adds a part's section, with its stub, at the place the parts' order gives it. */
export function insertPart(reading: Reading, part: Part): Fix {
  return { title: `Add a section “${part.heading}”`, edits: [sectionEdit(reading, part, part.stub)] };
}

/**
 * Adds a stub for a quality attribute to the quality requirements: a row where they are a table, an item otherwise.
 * Where the doc has no such section, it is added with the stub as its first item.
 */
export function insertConcern(reading: Reading, concern: Concern): Fix | undefined {
  const title = `Add a requirement about ${concern.title.toLowerCase()}`;
  const part = reading.knowledge.parts.find((candidate) => candidate.id === 'quality-requirements');
  if (!part) return undefined;
  const section = sectionOf(reading, part.id);
  const item = `- **${concern.title}**: ${oneLine(concern.stub)}`;
  if (!section) return { title, edits: [sectionEdit(reading, part, item)] };
  const { doc } = reading;
  const table = doc.tables.find((candidate) => candidate.section === section.index);
  const columns = table?.rows[0]?.length ?? 0;
  if (table && columns >= 2) {
    const cells = [concern.title, oneLine(concern.stub).replaceAll('|', '\\|'), ...Array<string>(columns - 2).fill('')];
    return { title, edits: [insertAt(table.end, `${newline(doc)}| ${cells.join(' | ')} |`)] };
  }
  return { title, edits: [appendToSection(doc, section, item)] };
}

/** Adds text as the last block of a section's own body, before its subsections. */
export function appendToSection(doc: DesignDoc, section: Section, block: string): TextEdit {
  const end = trimmedEnd(doc, section);
  const line = doc.text.slice(doc.text.lastIndexOf('\n', end - 1) + 1, end);
  const continuesList = /^\s*[-*+]\s/.test(line) && block.startsWith('- ');
  const nl = newline(doc);
  const item = continuesList ? block.replace(/^- /, `${/^\s*[-*+]/.exec(line)?.[0] ?? '-'} `) : block;
  return insertAt(end, (continuesList ? nl : nl + nl) + withNewlines(doc, item));
}

function sectionEdit(reading: Reading, part: Part, body: string): TextEdit {
  const { doc } = reading;
  const nl = newline(doc);
  const depth = sectionDepth(doc);
  const text = withNewlines(doc, `${'#'.repeat(depth)} ${part.heading}\n\n${body.trim()}`);
  const next = reading.knowledge.parts
    .filter((other) => other.order > part.order)
    .map((other) => sectionOf(reading, other.id))
    .filter((section) => section !== undefined && section.depth <= depth && section.depth > 0 && section.index > 1)
    .sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0))[0];
  if (next) return insertAt(next.start, `${text}${nl}${nl}`);
  const end = doc.text.trimEnd().length;
  return { start: end, end: doc.text.length, text: `${end > 0 ? nl + nl : ''}${text}${nl}` };
}

/** The depth of the doc's main sections: below the title where one top heading stands alone. */
function sectionDepth(doc: DesignDoc): number {
  const depths = doc.sections.filter((section) => section.depth > 0).map((section) => section.depth);
  const top = Math.min(...depths, 6);
  if (depths.length === 0) return 2;
  return depths.filter((depth) => depth === top).length === 1 && depths[0] === top ? Math.min(top + 1, 6) : top;
}

function trimmedEnd(doc: DesignDoc, section: Section): number {
  return section.start + doc.text.slice(section.start, section.end).trimEnd().length;
}

function insertAt(offset: number, text: string): TextEdit {
  return { start: offset, end: offset, text };
}

function oneLine(stub: string): string {
  return stub.trim().replace(/\s*\n\s*/g, ' ');
}

/** The doc's own line ending. */
function newline(doc: DesignDoc): string {
  return doc.text.includes('\r\n') ? '\r\n' : '\n';
}

function withNewlines(doc: DesignDoc, text: string): string {
  return text.replaceAll('\n', newline(doc));
}
