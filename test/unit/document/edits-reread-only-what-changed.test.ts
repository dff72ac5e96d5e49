import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownTree } from '../../../src/document/markdown';
import { parseDesignDoc } from '../../../src/document/parse';
import { readPiece } from '../../../src/document/piece';
import type { DesignDoc, PieceSection } from '../../../src/document/types';

/** Lines that can turn each other's meaning: fences, comments, HTML, lists, tables, headings of both kinds. */
const LINES = [
  '# Title',
  '## Goals',
  '### Détails',
  'Heading',
  '===',
  '---',
  '',
  '',
  'Some words. More words!',
  '- item',
  '  - nested',
  '1. one',
  '> quote',
  '```',
  '```mermaid',
  '~~~',
  '    code',
  'flowchart LR',
  '  A --> B',
  '<!-- note',
  '-->',
  '<!-- done -->',
  '<div>',
  '</div>',
  '<pre>',
  '</pre>',
  '| a | b |',
  '| - | - |',
  '[ref]: http://x',
  '  ```',
  '  # inner',
  '![p](p.png)',
  'a: b',
  '\u{1F680} rocket',
  '<details>',
  '<script>',
  '</script>',
  '- ```sh',
  '2. ~~~',
  '   ```',
  '    ```sh',
  '> ```',
  '  words',
  '<div> <!-- x -->',
  '<prefix>',
  'Use `<prefix>` and `<!--`.',
  '<pre>x</pre> <pre>',
  '<br>',
  '<a name="x"></a>',
  '  <!-- y',
  '- <!-- z',
  '<?php',
  '?>',
];

const text = fc
  .array(fc.constantFrom(...LINES), { maxLength: 40 })
  .chain((chosen) => fc.constantFrom('\n', '\r\n').map((newline) => chosen.join(newline)));
const edit = fc.record({
  at: fc.nat(600),
  remove: fc.nat(30),
  insert: fc.oneof(fc.constantFrom(...LINES), fc.string({ maxLength: 5 })),
});

/** Everything a doc says, without what only tells how it was read. */
const facts = ({ pieces: _pieces, position: _position, statementAt: _statementAt, ...rest }: DesignDoc) =>
  rest;

describe('after an edit', () => {
  it('the doc equals one read from scratch, whatever the edits', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 6 }), (start, edits) => {
        let now = start;
        let doc = parseDesignDoc(now);
        for (const { at, remove, insert } of edits) {
          const from = Math.min(at, now.length);
          now = now.slice(0, from) + insert + now.slice(from + remove);
          doc = parseDesignDoc(now, doc);
          expect(facts(doc)).toEqual(facts(parseDesignDoc(now)));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('pieces that the edit left alone are kept as they were', () => {
    const before = parseDesignDoc('# A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.\n');
    const after = parseDesignDoc('# A\n\nOne.\n\n## B\n\nTwo, more.\n\n## C\n\nThree.\n', before);
    const kept = after.pieces.map(({ piece }) => before.pieces.some((other) => other.piece === piece));
    expect(kept).toEqual([true, true, false, true].slice(-kept.length));
  });
});

describe('a doc is cut at each heading', () => {
  const pieces = (text: string) =>
    parseDesignDoc(text).pieces.map(({ piece }) => piece.sections.slice(1).map(({ title }) => title));

  it.each([
    ['below a word in angle brackets', 'Use `<prefix>`, or <style> here.'],
    ['below a comment that words only speak of', 'Begin it with `<!--`, or so: <!-- open'],
    ['below HTML in a list', '- <details>\n  words'],
    ['below an anchor', '<a name="b"></a>'],
    ['below a fence in a list item', '1. Do:\n\n   ```sh\n   # run\n   ```\n\n   Then.'],
    ['below a fence that an item begins with', '- ```sh\n  # run\n  ```'],
    ['below a fence that ends with its item', '- ```sh\n  # run\nWords.'],
    ['below a fence in a quotation', '> ```\n> # run'],
  ])('%s', (_, words) => {
    expect(pieces(`# A\n\n${words}\n\n## B\n\nMore.\n\n## C\n`)).toEqual([['A'], ['B'], ['C']]);
  });
});

describe('reading piece by piece', () => {
  it('finds the headings that reading the text as a whole finds', () => {
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(!source.startsWith('---')); // front matter is no Markdown
        const headings = (sections: readonly PieceSection[]) =>
          sections.slice(1).map(({ title, depth, heading }) => ({ title, depth, heading }));
        expect(headings(parseDesignDoc(source).sections)).toEqual(
          headings(readPiece(source, markdownTree(source)).sections),
        );
      }),
      { numRuns: 500 },
    );
  });
});
