import { parseDesignDoc } from '../document/parse';
import type { Concern, Note, Part } from '../knowledge/types';
import type { Insertable } from './protocol';

/** The parts of a note that can be put into a doc, as Markdown. */
export function noteParts(note: Note): ReadonlyMap<Insertable, string> {
  const doc = parseDesignDoc(note.body);
  const parts = new Map<Insertable, string>();
  const diagram = doc.diagrams[0];
  if (diagram) parts.set('diagram', note.body.slice(diagram.start, diagram.end));
  const tradeOffs = doc.tables.find(({ section }) => /trade-?offs/i.test(doc.sections[section]?.title ?? ''));
  if (tradeOffs) parts.set('trade-offs', note.body.slice(tradeOffs.start, tradeOffs.end));
  if (hasStub(note)) parts.set('stub', note.stub.trim());
  return parts;
}

function hasStub(note: Note): note is Concern | Part {
  return note.kind === 'concern' || note.kind === 'part';
}
