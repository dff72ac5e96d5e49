import { byPiece } from '../document/by-piece';
import { linterWords } from '../document/linter-comments';
import { parseDesignDoc } from '../document/parse';
import { afterSubsections } from '../document/structure';
import type { DesignDoc, Section } from '../document/types';
import type { TextEdit } from './finding';

/**
 * Puts a block of Markdown, with blank lines around it, at the end of a text that ends at `offset`. Undefined where the
 * doc ends there inside code or a comment that nobody has closed: the block would be a part of it.
 */
export function insertBlockAfter(doc: DesignDoc, offset: number, block: string): TextEdit | undefined {
  const nl = newline(doc);
  const before = offset === 0 ? '' : nl + nl;
  const isEnd = doc.text.slice(offset).trim() === '';
  if (!isEnd) return { start: offset, end: offset, text: before + inDocLines(doc, block) };
  const last = doc.pieces.at(-1)?.piece;
  if (last && endsOpen(last)) return undefined;
  return { start: offset, end: doc.text.length, text: before + inDocLines(doc, block) + nl };
}

/** Puts a block of Markdown, with a blank line behind it, in front of a section. */
export function insertBlockBefore(doc: DesignDoc, section: Section, block: string): TextEdit {
  const nl = newline(doc);
  const offset = startOf(doc, section);
  return { start: offset, end: offset, text: inDocLines(doc, block) + nl + nl };
}

/**
 * Adds `item` (its words, without a marker) as the last item of the list that ends a section, else as a new list.
 * Undefined where `insertBlockAfter` is.
 */
export function appendItem(doc: DesignDoc, section: Section, item: string): TextEdit | undefined {
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
  return endBefore(doc, section, section.index + 1);
}

/** Where a section with all its subsections ends. */
export function fullEnd(doc: DesignDoc, section: Section): number {
  return endBefore(doc, section, afterSubsections(doc, section));
}

/** Where the text from a section up to the section with an index ends. */
function endBefore(doc: DesignDoc, section: Section, index: number): number {
  const next = doc.sections[index];
  const end = next ? startOf(doc, next) : doc.text.length;
  return section.start + doc.text.slice(section.start, end).trimEnd().length;
}

/** Where a section starts: with the comments above its heading from the first one that silences the linter there. */
function startOf(doc: DesignDoc, section: Section): number {
  const { text, comments } = doc;
  let start = section.start;
  let at = section.start;
  for (let i = comments.findLastIndex((comment) => comment.start < at); i >= 0; i--) {
    const comment = comments[i];
    if (comment?.next?.start !== section.heading.start || text.slice(comment.end, at).trim() !== '') break;
    at = text.lastIndexOf('\n', comment.start - 1) + 1;
    if (text.slice(at, comment.start).trim() !== '') break;
    const verb = linterWords(comment)?.[0]?.text;
    if (verb === 'ignore' || verb === 'disable') start = at;
  }
  return start;
}

/** Whether a heading behind a doc's last piece would be none. */
const endsOpen = byPiece(
  ({ text }) => parseDesignDoc(`${text}\n\n# End`).sections.at(-1)?.start !== text.length + 2,
);

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
export function newline({ text }: Pick<DesignDoc, 'text'>): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function inDocLines(doc: DesignDoc, block: string): string {
  return block.replaceAll('\n', newline(doc));
}
