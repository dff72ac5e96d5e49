import { wordsOf } from '../knowledge/words';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Knowledge, Note } from '../knowledge/types';

/** A term of a note where it stands in a text. */
export interface Term {
  readonly note: Note;
  /** Half-open range of UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

interface Name {
  readonly stems: readonly string[];
  readonly note: Note;
}

/**
 * The longest name of a concept, system or concern that stands over a place of a text (0-based offset), compared by
 * stems and without case; concepts go before systems and those before concerns where names are the same.
 */
export function termAt(text: string, offset: number, knowledge: Knowledge): Term | undefined {
  const names = namesOf(knowledge);
  const words = wordsOf(text);
  let best: Term | undefined;
  let longest = 0;
  words.forEach((word, i) => {
    if (word.start > offset) return;
    for (const { stems, note } of names.get(word.stem) ?? []) {
      const last = words[i + stems.length - 1];
      if (!last || last.end < offset || stems.length <= longest) continue;
      if (!stems.every((stem, j) => words[i + j]?.stem === stem)) continue;
      // Words of one name stand side by side, parted by no more than a space or a hyphen.
      if (/[^\p{L}\p{N}\s'’\-‑_]/u.test(text.slice(word.start, last.end))) continue;
      longest = stems.length;
      best = { note, start: word.start, end: last.end };
    }
  });
  return best;
}

/** All names by their first word's stem. */
const namesOf = byKnowledge((knowledge): ReadonlyMap<string, readonly Name[]> => {
  const names = new Map<string, Name[]>();
  for (const note of [...knowledge.concepts, ...knowledge.systems, ...knowledge.concerns]) {
    for (const name of [note.title, ...note.aliases]) {
      const stems = wordsOf(name).map(({ stem }) => stem);
      const [first] = stems;
      if (first === undefined) continue;
      const same = names.get(first);
      if (same) same.push({ stems, note });
      else names.set(first, [{ stems, note }]);
    }
  }
  return names;
});
