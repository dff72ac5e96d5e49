import { statementsWith } from '../document/by-piece';
import { parseDesignDoc } from '../document/parse';
import { hasSubsections, isWithin } from '../document/structure';
import type { DesignDoc, Section, Table } from '../document/types';
import type { Reading } from '../knowledge/reading';
import type { ChecklistItem, Concern, Part } from '../knowledge/types';
import type { Fix, TextEdit } from './finding';
import { sectionOf } from './places';
import { addSection, addSubsection, bodyBelow } from './section-place';
import { appendItem, appendRow, insertBlockAfter, oneLine, ownEnd } from './text-edits';

/**
 * Adds what a part asks for: a section of its own with the stub, or the stub under the part's heading where that
 * stands empty. Undefined where something stands there already: it is the author's to mend.
 */
export function insertPart(reading: Reading, part: Part): Fix | undefined {
  const section = sectionOf(reading, part.id);
  if (!section) return adding(`Add a section “${part.heading}”`, addSection(reading, part, part.stub));
  if (section.blocks > 0 || hasSubsections(reading.doc, section)) return undefined;
  const edit = insertBlockAfter(reading.doc, section.heading.end, bodyBelow(section.depth, part.stub));
  return adding(`Put the questions to answer under “${section.title}”`, edit);
}

/** Adds the part's own diagram to its section, or the section with it. Undefined for a part without a diagram. */
export function insertDiagram(reading: Reading, part: Part): Fix | undefined {
  const section = sectionOf(reading, part.id);
  if (!section) return insertPart(reading, part);
  const stub = parseDesignDoc(part.stub);
  const diagram = stub.diagrams[0];
  if (!diagram) return undefined;
  const edit = insertBlockAfter(
    reading.doc,
    ownEnd(reading.doc, section),
    stub.text.slice(diagram.start, diagram.end),
  );
  return adding(`Add a diagram to “${section.title}”`, edit);
}

/**
 * Adds a stub for a quality attribute to the quality requirements, in their own form: a row of a table, a subsection
 * among others, an item of a list. A doc without such a section gets one. Undefined where the attribute already has
 * its place there.
 */
export function insertConcern(reading: Reading, concern: Concern): Fix | undefined {
  const { doc } = reading;
  const part = reading.knowledge.parts.find(({ id }) => id === 'quality-requirements');
  if (!part) return undefined;
  const title = `Add a requirement about ${inSentence(concern.title)}`;
  const item = `**${concern.title}**: ${oneLine(concern.stub)}`;
  const section = sectionOf(reading, part.id);
  if (!section) return adding(title, addSection(reading, part, `- ${item}`));
  if (hasPlaceFor(doc, section, concern)) return undefined;
  const table = doc.tables.find(
    (candidate) => candidate.section === section.index && columnsOf(candidate) >= 2,
  );
  if (table) return adding(title, appendRow(doc, table.end, rowFor(table, concern)));
  if (section.blocks === 0 && hasSubsections(doc, section))
    return adding(title, addSubsection(doc, section, concern.title, concern.stub));
  return adding(title, appendItem(doc, section, item));
}

/**
 * Adds an item's stub as a list item to the section of its part, or a section with it. Undefined for a part that the
 * knowledge does not hold.
 */
export function insertChecklistItem(reading: Reading, item: ChecklistItem): Fix | undefined {
  const part = reading.knowledge.parts.find(({ id }) => id === item.part);
  if (!part) return undefined;
  const section = sectionOf(reading, part.id);
  const stub = oneLine(item.stub).replace(/^[-*+] /, '');
  if (!section)
    return adding(`Add a section “${part.heading}” that asks this`, addSection(reading, part, `- ${stub}`));
  return adding(`Put the question into “${section.title}”`, appendItem(reading.doc, section, stub));
}

/** A title as it reads inside a sentence; one that begins with an abbreviation keeps its capitals. */
export function inSentence(title: string): string {
  return /^\p{Lu}\p{Lu}/u.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1);
}

function adding(title: string, edit: TextEdit | undefined): Fix | undefined {
  return edit && { title, edits: [edit], effect: 'adds' };
}

/** Whether a row, an item or a heading of the section is already the attribute's. */
function hasPlaceFor(doc: DesignDoc, section: Section, concern: Concern): boolean {
  const name = concern.title.toLowerCase();
  return named(doc, (index) => isWithin(doc, index, section.index)).some(({ found }) => found === name);
}

/** What statements are about that may be a place for something: a cell, a heading, an item up to its colon. */
const named = statementsWith(({ kind, text }) => {
  const [name = ''] = kind === 'item' ? text.split(':', 1) : [text];
  return name.length <= LONGEST_NAME ? name.toLowerCase() : undefined;
});

const LONGEST_NAME = 60;

/** Cells of a row about an attribute: its name in the first column that is not for numbers, the stub in the next. */
function rowFor(table: Table, concern: Concern): string[] {
  const header = table.rows[0] ?? [];
  const first = header.length > 2 && /^(?:#|id|no\.?|nr\.?)$/i.test(header[0] ?? '') ? 1 : 0;
  return header.map((_, column) =>
    column === first ? concern.title : column === first + 1 ? concern.stub : '',
  );
}

function columnsOf(table: Table): number {
  return table.rows[0]?.length ?? 0;
}
