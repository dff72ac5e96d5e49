import MiniSearch from 'minisearch';
import { allNotes } from '../knowledge/all-notes';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Knowledge, Note, System } from '../knowledge/types';

/**
 * The notes whose title, other names, headings or text fit a query, best first; all notes for an empty one. Words
 * may be begun only, or have a letter or two wrong.
 */
export function searchNotes(knowledge: Knowledge, query: string): Note[] {
  const notes = allNotes(knowledge);
  if (query.trim() === '') return notes;
  return indexOf(knowledge)
    .search(query)
    .flatMap(({ id }) => notes[Number(id)] ?? []);
}

const indexOf = byKnowledge((knowledge) => {
  const index = new MiniSearch({
    idField: 'key',
    fields: ['title', 'aliases', 'headings', 'summary', 'body'],
    searchOptions: {
      boost: { title: 6, aliases: 5, headings: 3, summary: 2 },
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 3 ? 0.25 : false),
      combineWith: 'AND',
    },
  });
  index.addAll(
    allNotes(knowledge).map((note, key) => ({
      key,
      title: note.title,
      aliases: [...note.aliases, ...productsOf(note)].join(' '),
      headings: [...note.body.matchAll(/^#+ (.+)$/gm)].map((match) => match[1]).join(' '),
      summary: note.summary,
      body: note.body,
    })),
  );
  return index;
});

function productsOf(note: Note): readonly string[] {
  return note.kind === 'system' ? (note as System).products : [];
}
