import { afterSubsections, mainDepth } from '../document/structure';
import type { DesignDoc, Section } from '../document/types';
import { wordsOf } from '../knowledge/words';
import type { Reading } from '../knowledge/reading';
import type { Part } from '../knowledge/types';
import type { TextEdit } from './finding';
import { sectionOf } from './places';
import { fullEnd, insertBlockAfter, insertBlockBefore } from './text-edits';

/**
 * Adds a part as a section of its own where the parts' order wants it: behind the part that comes before it, else in
 * front of the one that comes after it, else at the end. Undefined where nothing can be put there. A part that shares a word of its heading with its neighbour
 * (goals and non-goals) is put beside it at the same depth, all others among the doc's main sections.
 */
export function addSection(reading: Reading, part: Part, body: string): TextEdit | undefined {
  const { doc } = reading;
  const parts = reading.knowledge.parts;
  const at = parts.indexOf(part);
  const write = (depth: number) => `${'#'.repeat(depth)} ${part.heading}\n\n${bodyBelow(depth, body)}`;
  const main = mainDepth(doc);
  for (const before of parts.slice(0, Math.max(at, 0)).reverse()) {
    const section = sectionOf(reading, before.id);
    if (!section) continue;
    const beside =
      parts[at - 1] === before && areKin(before, part) ? section : mainSection(doc, section, main);
    return insertBlockAfter(doc, fullEnd(doc, beside), write(beside.depth));
  }
  for (const after of parts.slice(at + 1)) {
    const section = sectionOf(reading, after.id);
    if (!section) continue;
    const beside = parts[at + 1] === after && areKin(after, part) ? section : mainSection(doc, section, main);
    return insertBlockBefore(doc, beside, write(beside.depth));
  }
  return insertBlockAfter(doc, doc.text.trimEnd().length, write(main));
}

/** Adds a subsection behind all the others of a section. Undefined where nothing can be put there. */
export function addSubsection(
  doc: DesignDoc,
  section: Section,
  heading: string,
  body: string,
): TextEdit | undefined {
  const first = doc.sections[section.index + 1];
  const depth = afterSubsections(doc, section) > section.index + 1 && first ? first.depth : section.depth + 1;
  return insertBlockAfter(
    doc,
    fullEnd(doc, section),
    `${'#'.repeat(Math.min(depth, 6))} ${heading}\n\n${body.trim()}`,
  );
}

/** A stub is written to stand below a second-level heading: elsewhere its own headings move along. */
export function bodyBelow(depth: number, body: string): string {
  return body.trim().replace(/^#{3,6}(?= )/gm, (marks) => '#'.repeat(Math.min(marks.length + depth - 2, 6)));
}

/** The main section that a section belongs to. */
function mainSection(doc: DesignDoc, section: Section, main: number): Section {
  let at = section;
  while (at.depth > main) {
    const parent = doc.sections[at.parent];
    if (!parent || parent.depth < main) break;
    at = parent;
  }
  return at;
}

function areKin(a: Part, b: Part): boolean {
  const stems = new Set(wordsOf(a.heading).map(({ stem }) => stem));
  return wordsOf(b.heading).some(({ stem }) => stems.has(stem));
}
