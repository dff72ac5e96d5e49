import { afterSubsections } from '../document/structure';
import type { DesignDoc, Section } from '../document/types';
import type { TextEdit } from './finding';

/** Puts a block of Markdown, with blank lines around it, at the end of a text that ends at `offset`. */
export function insertBlockAfter(doc: DesignDoc, offset: number, block: string): TextEdit {
  const nl = newline(doc);
  const before = offset === 0 ? '' : nl + nl;
  const isEnd = doc.text.slice(offset).trim() === '';
  if (!isEnd) return { start: offset, end: offset, text: before + inDocLines(doc, block) };
  return { start: offset, end: doc.text.length, text: before + inDocLines(doc, block) + nl };
}

/** Puts a block of Markdown, with a blank line behind it, in front of what starts at `offset`. */
export function insertBlockBefore(doc: DesignDoc, offset: number, block: string): TextEdit {
  const nl = newline(doc);
  return { start: offset, end: offset, text: inDocLines(doc, block) + nl + nl };
}

/** Adds `item` (its words, without a marker) as the last item of the list that ends a section, else as a new list. */
export function appendItem(doc: DesignDoc, section: Section, item: string): TextEdit {
  const end = ownEnd(doc, section);
  const marker = lastMarker(doc.text.slice(section.heading.end, end));
  if (marker === undefined) return insertBlockAfter(doc, end, `- ${item}`);
  return { start: end, end, text: `${newline(doc)}${nextMarker(marker)}${item}` };
}

/** Adds a row below the last of a table, behind whatever stands in front of its lines. */
export function appendRow(doc: DesignDoc, tableEnd: number, cells: readonly string[]): TextEdit {
  const lineStart = doc.text.lastIndexOf('\n', tableEnd - 1) + 1;
  const before = /^[ \t>]*/.exec(doc.text.slice(lineStart, tableEnd))?.[0] ?? '';
  const row = cells.map((cell) => oneLine(cell).replaceAll('|', '\\|')).join(' | ');
  return { start: tableEnd, end: tableEnd, text: `${newline(doc)}${before}| ${row} |` };
}

/** Where a section's own words end, before its subsections. */
export function ownEnd(doc: DesignDoc, section: Section): number {
  return section.start + doc.text.slice(section.start, section.end).trimEnd().length;
}

/** Where a section with all its subsections ends. */
export function fullEnd(doc: DesignDoc, section: Section): number {
  const end = doc.sections[afterSubsections(doc, section)]?.start ?? doc.text.length;
  return section.start + doc.text.slice(section.start, end).trimEnd().length;
}

/** Markdown of several lines as one line. */
export function oneLine(block: string): string {
  return block.trim().replace(/\s+/g, ' ');
}

const MARKER = /^(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** The marker of the last item in column 0, where nothing but items and their continued lines follows it. */
function lastMarker(body: string): string | undefined {
  for (const line of body.split('\n').reverse()) {
    const marker = MARKER.exec(line)?.[0];
    if (marker !== undefined) return marker;
    if (line.trim() !== '' && !/^[ \t]/.test(line)) return undefined;
  }
  return undefined;
}

function nextMarker(marker: string): string {
  return marker.replace(/^\d+/, (number) => String(Number(number) + 1));
}

/** The doc's own line ending. */
export function newline(doc: DesignDoc): string {
  return doc.text.includes('\r\n') ? '\r\n' : '\n';
}

function inDocLines(doc: DesignDoc, block: string): string {
  return block.replaceAll('\n', newline(doc));
}
