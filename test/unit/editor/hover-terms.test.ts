import { expect, test } from 'vitest';
import { termAt } from '../../../src/editor/hover-terms';
import type { Knowledge, Note } from '../../../src/knowledge/types';

const note = (id: string, title: string, ...aliases: string[]) => ({ id, title, aliases }) as unknown as Note;

const knowledge = {
  concepts: [note('cdn', 'CDN', 'content delivery network'), note('dead-letters', 'Dead-letter queues')],
  systems: [note('queue', 'Message queue', 'queue')],
  concerns: [note('latency', 'Latency', 'response time')],
} as unknown as Knowledge;

/** The note and words under the mark `¦`. */
function at(marked: string): [string, string] | undefined {
  const offset = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const term = termAt(text, offset, knowledge);
  return term && [term.note.id, text.slice(term.start, term.end)];
}

test('a term is found wherever in it the mouse is, in any case and number', () => {
  expect(at('Use ¦CDN now')).toEqual(['cdn', 'CDN']);
  expect(at('Use content deliv¦ery networks now')).toEqual(['cdn', 'content delivery networks']);
  expect(at('Response tim¦es matter')).toEqual(['latency', 'Response times']);
});

test('the longest name counts', () => {
  expect(at('a dead-letter qu¦eue')).toEqual(['dead-letters', 'dead-letter queue']);
  expect(at('a qu¦eue')).toEqual(['queue', 'queue']);
});

test('words that only stand near each other are no term', () => {
  expect(at('the response. Tim¦e flies')).toBeUndefined();
  expect(at('content | deliv¦ery network')).toBeUndefined();
});

test('nothing is found between terms', () => {
  expect(at('CDN and ¦ words')).toBeUndefined();
});
