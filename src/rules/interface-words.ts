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

/** Stems of all that is said, drawn and coded in the sections that `isIn` takes. */
export function stemsOfSections(doc: DesignDoc, isIn: (section: number) => boolean): Set<string> {
  const texts = [
    ...doc.statements.filter(({ section }) => isIn(section)).map(({ text }) => text),
    ...[...doc.diagrams, ...doc.code].filter(({ section }) => isIn(section)).map(({ source }) => source),
  ];
  return new Set(texts.flatMap(stemsIn));
}

/** Whether a section is one of some others or belongs to one. */
export function isInAny(doc: DesignDoc, section: number, sections: readonly number[]): boolean {
  return sections.some((index) => isWithin(doc, section, index));
}
