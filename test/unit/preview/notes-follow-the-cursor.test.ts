import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { rankNotes } from '../../../src/preview/rank-notes';
import { knowledge } from './knowledge';

/** The notes for the place marked `¦`, with the reasons. */
function near(marked: string, lacking: string[] = []): string[] {
  const offset = marked.indexOf('¦');
  const doc = parseDesignDoc(marked.replace('¦', ''));
  return rankNotes(doc, offset, knowledge, lacking).map(
    ({ note, reason }) => `${note.id}: ${reason.because} ${reason.words}`,
  );
}

describe('the notes for a place', () => {
  it('begin with the concern of the section’s heading', () => {
    expect(near('# Doc\n\n## Performance targets\n\nPages are ¦fast.\n\n## Security\n')).toEqual([
      'latency: heading Performance targets',
    ]);
  });

  it('know the heading above a subsection', () => {
    expect(near('# Doc\n\n## Latency\n\n### Reads\n\nText¦.')).toEqual(['latency: heading Latency']);
  });

  it('are not led by the doc’s title', () => {
    expect(near('# Latency of search\n\nText¦.')).toEqual([]);
  });

  it('are those named in the sentence before those named elsewhere in the section', () => {
    const doc =
      '# Doc\n\n## Data\n\nRows are split by a partition key. Cached rows have a time to li¦ve of a minute.';
    expect(near(doc)).toEqual([
      'eviction-and-ttl: named-here time to live',
      'sharding: named-in-section partition key',
    ]);
  });

  it('say which sentence speaks of a concern', () => {
    expect(near('# Doc\n\n## Data\n\nIt answers with¦in 200 ms.')).toEqual([
      'latency: here It answers within 200 ms.',
    ]);
  });

  it('are found by word stems, in words and in diagrams', () => {
    expect(near('# Doc\n\n## Data\n\nThe shards¦ are many.')).toEqual(['sharding: named-here Sharding']);
    expect(near('# Doc\n\n## Data\n\nText.¦\n\n```mermaid\nflowchart TD\n  a[Shard 1]\n```\n')).toEqual([
      'sharding: named-in-diagram Sharding',
    ]);
  });

  it('include the doc’s system, from its front matter or its title', () => {
    expect(near('---\nsystem: payment-system\n---\n\n# Doc\n\nText¦.')).toEqual([
      'payment-system: system Payment system',
    ]);
    expect(near('# A new payment service\n\nText¦.')).toEqual(['payment-system: system Payment system']);
  });

  it('are those of what the doc lacks where the place speaks of nothing', () => {
    expect(near('# Doc¦\n\nText.', ['latency', 'latency', 'nothing-known'])).toEqual([
      'latency: lacking Latency',
    ]);
    expect(near('---\nsystem: payment-system\n---\n\n# Doc\n\nText¦.', ['latency'])).toEqual([
      'payment-system: system Payment system',
      'latency: lacking Latency',
    ]);
    expect(near('# Doc\n\n## Data\n\nThe shards¦ are many.', ['latency'])).toHaveLength(1);
  });

  it('are none for a text that speaks of nothing they know', () => {
    expect(near('¦')).toEqual([]);
    expect(near('# Doc\n\nText¦.')).toEqual([]);
  });
});
