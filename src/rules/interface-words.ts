import { byPiece } from '../document/by-piece';
import { isWithin } from '../document/structure';
import type { DesignDoc } from '../document/types';
import { stemOf } from '../knowledge/stems';
import { wordsOf } from '../knowledge/words';
import type { Reading } from '../knowledge/reading';
import { sectionOf } from './places';

/** Stems of a name or sentence; `OrderItem` and `order_item` are two words each. */
export function stemsIn(text: string): string[] {
  return wordsOf(text.replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')).map(({ text: word }) => stemOf(word));
}

/** Indexes of the sections that are the parts' own. */
export function ownSections(reading: Reading, parts: readonly string[]): number[] {
  return parts.flatMap((id) => sectionOf(reading, id)?.index ?? []);
}

/** Asks whether a stem is said, drawn or coded in any of the sections that `isIn` takes. */
export function stemsOfSections(
  doc: DesignDoc,
  isIn: (section: number) => boolean,
): (stem: string) => boolean {
  const taken = doc.pieces.flatMap(({ piece, firstSection }) => {
    return stemsOfPiece(piece).filter((stems, i) => stems.size > 0 && isIn(firstSection + i));
  });
  return (stem) => taken.some((stems) => stems.has(stem));
}

/** For each section of a piece the stems of all that is said, drawn and coded in it. */
const stemsOfPiece = byPiece(({ sections, statements, diagrams, code }): readonly ReadonlySet<string>[] => {
  const found = sections.map(() => new Set<string>());
  const add = (section: number, text: string): void => {
    for (const stem of stemsIn(text)) found[section]?.add(stem);
  };
  for (const { section, text } of statements) add(section, text);
  for (const { section, source } of [...diagrams, ...code]) add(section, source);
  return found;
});

/** Whether a section is one of some others or belongs to one. */
export function isInAny(doc: DesignDoc, section: number, sections: readonly number[]): boolean {
  return sections.some((index) => isWithin(doc, section, index));
}
