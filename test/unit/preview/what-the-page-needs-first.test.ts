import { describe, expect, it } from 'vitest';
import { filesFor, readFirstFiles } from '../../../src/preview/first-files';

const FILES = {
  page: ['main.js', 'chunks/shared.js'],
  mermaid: ['chunks/drawing.js', 'chunks/shared.js'],
  kinds: {
    flowchart: ['chunks/flow.js'],
    graph: ['chunks/flow.js'],
    sequenceDiagram: ['chunks/sequence.js'],
  },
};

describe('what the page needs first', () => {
  it('is nothing of Mermaid for a doc without diagrams', () => {
    expect(filesFor(FILES, [])).toEqual(['main.js', 'chunks/shared.js']);
  });

  it('is the kinds of diagrams that the doc has, each file once', () => {
    expect(filesFor(FILES, ['flowchart LR\n a --> b', 'graph TD; a --> b'])).toEqual([
      'main.js',
      'chunks/shared.js',
      'chunks/drawing.js',
      'chunks/flow.js',
    ]);
    expect(filesFor(FILES, ['---\ntitle: T\n---\n%% note\n  sequenceDiagram\n a->>b: c'])).toContain(
      'chunks/sequence.js',
    );
    expect(filesFor(FILES, ['pie\n "flowchart": 3'])).not.toContain('chunks/flow.js');
  });

  it('is read only where it names scripts of the page', () => {
    expect(readFirstFiles(JSON.stringify(FILES))).toEqual(FILES);
    expect(() => readFirstFiles(JSON.stringify({ ...FILES, page: ['https://x.org/a"b.js'] }))).toThrow();
    expect(() => readFirstFiles('[]')).toThrow();
  });
});
