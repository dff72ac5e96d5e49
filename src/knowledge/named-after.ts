import { byKnowledge } from './by-knowledge';
import type { Concern, Part } from './types';
import { wordsOf } from './words';

/**
 * How much a heading is an item's: its own name (3), one of its other names (2), a few words (1) or more, which may be
 * about something else though they speak of it (0).
 */
export type Naming = 0 | 1 | 2 | 3;

const FEW_WORDS = 4;

/** Tells how much a heading is that of a concern or a part. Numbers in front and brackets behind do not count. */
export const namingOf = byKnowledge((knowledge) => {
  const items: readonly (Concern | Part)[] = [...knowledge.concerns, ...knowledge.parts];
  const names = new Map(
    items.map((item) => [item, { own: stemsOf(ownNames(item)), other: stemsOf(item.aliases) }]),
  );
  return (title: string, item: Concern | Part): Naming => {
    const said = stemsOfName(title.replace(/^[\d.\s]+|[[(].*/g, ''));
    if (names.get(item)?.own.has(said)) return 3;
    if (names.get(item)?.other.has(said)) return 2;
    return said.split(' ').length <= FEW_WORDS ? 1 : 0;
  };
});

function ownNames(item: Concern | Part): string[] {
  return [item.title, item.id, ...(item.kind === 'part' ? [item.heading] : [])];
}

function stemsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map(stemsOfName));
}

function stemsOfName(name: string): string {
  return wordsOf(name)
    .map(({ stem }) => stem)
    .join(' ');
}
