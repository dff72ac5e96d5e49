import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdownTree } from '../../../src/document/markdown';
import { parseDesignDoc } from '../../../src/document/parse';
import { readPiece } from '../../../src/document/piece';
import type { DesignDoc, PieceContent } from '../../../src/document/types';

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
  '[ref]: badge.svg',
  'See [the ref][ref], [ref] and ![a picture][ref].',
  'A note[^1].',
  '[^1]: Noted.',
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

describe('links and pictures by reference', () => {
  const drawn = '# A\n\n![Overview][arch] of [the rest] and more[^1].\n\n## B\n\nWords.\n\n';
  const defined = '## Links\n\n[arch]: arch.png\n[the rest]:\n  http://x\n\n[^1]: A note.\n';

  it('are read wherever in the doc their labels are defined', () => {
    const { pictures, statements } = parseDesignDoc(drawn + defined);
    expect(pictures).toMatchObject([{ url: 'arch.png', alt: 'Overview' }]);
    expect(statements[1]?.text).toBe('of the rest and more.');
    expect(
      parseDesignDoc(`${drawn}## Code\n\n\`\`\`\n[the rest]: x\n\`\`\`\n`).statements[1]?.text,
    ).toContain('[the rest]');
  });

  it('are read anew when their labels come and go, and nothing else is', () => {
    const before = parseDesignDoc(drawn);
    expect(before.pictures).toEqual([]);
    const after = parseDesignDoc(drawn + defined, before);
    expect(after.pictures).toHaveLength(1);
    expect(after.pieces.map(({ piece }) => before.pieces.some((other) => other.piece === piece))).toEqual([
      false,
      true,
      false,
    ]);
    expect(parseDesignDoc(drawn, after).pictures).toEqual([]);
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
  it('finds what reading the text as a whole finds', () => {
    fc.assert(
      fc.property(text, (source) => {
        fc.pre(!source.startsWith('---')); // front matter is no Markdown
        const said = ({
          sections,
          statements,
          code,
          diagrams,
          pictures,
          tables,
        }: DesignDoc | PieceContent) => ({
          headings: sections.slice(1).map(({ title, depth, heading }) => ({ title, depth, heading })),
          statements: statements.map(({ kind, text: words, start, end }) => ({ kind, words, start, end })),
          code: [...code, ...diagrams].map(({ source: lines, start }) => ({ lines, start })),
          pictures: pictures.map(({ url, alt, start }) => ({ url, alt, start })),
          tables: tables.map(({ rows, start }) => ({ rows, start })),
        });
        expect(said(parseDesignDoc(source))).toEqual(said(readPiece(source, markdownTree(source))));
      }),
      { numRuns: 500 },
    );
  });
});
