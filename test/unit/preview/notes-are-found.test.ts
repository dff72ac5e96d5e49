import { describe, expect, it } from 'vitest';
import { noteParts } from '../../../src/preview/note-parts';
import { allNotes } from '../../../src/knowledge/all-notes';
import { searchNotes } from '../../../src/preview/note-search';
import { knowledge } from './knowledge';

const found = (query: string): string[] => searchNotes(knowledge, query).map(({ id }) => id);

describe('the search through all notes', () => {
  it('knows titles and other names before text', () => {
    expect(found('latency')[0]).toBe('latency');
    expect(found('time to live')).toEqual(['eviction-and-ttl']);
    expect(found('consistent hashing')).toEqual(['sharding']);
  });

  it('is content with the begin of a word and forgives a wrong letter', () => {
    expect(found('shar')).toContain('sharding');
    expect(found('evicton')).toEqual(['eviction-and-ttl']);
  });

  it('lists all notes when nothing is typed', () => {
    expect(found(' ')).toHaveLength(allNotes(knowledge).length);
  });
});

describe('from a note one can insert', () => {
  const parts = (id: string): [string, string][] => {
    const note = allNotes(knowledge).find((it) => it.id === id);
    return note ? [...noteParts(note)] : [];
  };

  it('its diagram and its trade-offs', () => {
    expect(parts('cache-aside')).toEqual([
      ['diagram', '```mermaid\nflowchart TD\n  a --> b\n```'],
      ['trade-offs', '| Choice | Gains | Costs |\n| --- | --- | --- |\n| A | b | c |'],
    ]);
  });

  it('what to fill in for a concern', () => {
    expect(parts('latency')).toEqual([['stub', '## Latency\n\n{how fast}']]);
  });

  it('nothing where it has nothing', () => {
    expect(parts('sharding')).toEqual([]);
  });
});
