import type { Knowledge, Note } from './types';

/** All notes, in the order of showing. */
export function allNotes({ concerns, parts, concepts, systems }: Knowledge): Note[] {
  return [...concerns, ...parts, ...concepts, ...systems];
}
