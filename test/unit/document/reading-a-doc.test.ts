import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import type { Span } from '../../../src/document/types';

const lines = (...text: string[]) => text.join('\n');
const words = (text: string, span: Span) => text.slice(span.start, span.end);

describe('sections', () => {
  it('are headings with what stands below them, in a tree', () => {
    const text = lines('# Checkout', 'Intro.', '## Goals', '- fast', '### Later', '', '## Risks');
    const doc = parseDesignDoc(text);
    expect(doc.sections.map(({ title, depth, parent, blocks }) => [title, depth, parent, blocks])).toEqual([
      ['', 0, -1, 0],
      ['Checkout', 1, 0, 1],
      ['Goals', 2, 1, 1],
      ['Later', 3, 2, 0],
      ['Risks', 2, 1, 0],
    ]);
    expect(words(text, doc.sections[2]!.heading)).toBe('## Goals');
    expect(words(text, doc.sections[2]!)).toBe(lines('## Goals', '- fast', ''));
  });

  it('understand underlined headings', () => {
    const doc = parseDesignDoc(lines('Checkout', '========', '', 'Goals', '-----', 'Be fast.'));
    expect(doc.sections.map(({ title, depth }) => [title, depth])).toEqual([
      ['', 0],
      ['Checkout', 1],
      ['Goals', 2],
    ]);
  });

  it('are not made by headings inside code, comments or HTML', () => {
    const text = lines(
      '# A',
      '```sh',
      '# not me',
      '```',
      '<!--',
      '# nor me',
      '-->',
      '<pre>',
      '# nor me',
      '</pre>',
      '',
      '# B',
    );
    expect(parseDesignDoc(text).sections.map(({ title }) => title)).toEqual(['', 'A', 'B']);
  });

  it.each([
    [
      'a fence that is deeper than any that could close it',
      '```markdown\n1. Step\n\n    ```sh\n    run\n    ```\n# not me\n```',
    ],
    ['a quoted fence within one', '```\n> ```\n# not me\n```'],
    ['a fence in an item within one', '```\n- ```\n# not me\n```'],
    ['an HTML block with a comment in it', '<div> <!-- x -->\n# not me\n'],
    ['an element whose name begins like another’s', '<prefix>\n</script>\n# not me\n'],
    ['an element that is closed and opened on a line', '<pre>x</pre> <pre>\n</pre>\n# not me\n'],
  ])('are told from what stands within %s', (_, block) => {
    const { sections } = parseDesignDoc(`# A\n\n${block}\n\n# B\n`);
    expect(sections.map(({ title }) => title)).toEqual(['', 'A', 'B']);
  });

  it('do not count a comment as content', () => {
    expect(parseDesignDoc('# A\n\n<!-- say why -->\n').sections[1]?.blocks).toBe(0);
  });
});

describe('statements', () => {
  it('are sentences, list items, table cells and headings, at their exact places', () => {
    const text = lines(
      '# Title',
      '',
      'One **bold** claim. Another `one`,',
      'over two lines.',
      '',
      '- an item',
      '',
      '| a | b |',
      '| - | - |',
      '| c | d |',
    );
    const doc = parseDesignDoc(text);
    expect(doc.statements.map(({ kind, text: said }) => [kind, said])).toEqual([
      ['heading', 'Title'],
      ['sentence', 'One bold claim.'],
      ['sentence', 'Another one, over two lines.'],
      ['item', 'an item'],
      ['cell', 'a'],
      ['cell', 'b'],
      ['cell', 'c'],
      ['cell', 'd'],
    ]);
    expect(words(text, doc.statements[1]!)).toBe('One **bold** claim.');
    expect(words(text, doc.statements[2]!)).toBe('Another `one`,\nover two lines.');
    expect(doc.statements[7]?.cell).toEqual({ table: 0, row: 1, column: 1 });
  });

  it('do not end at abbreviations, decimals or names', () => {
    const said = parseDesignDoc(
      'Caches, e.g. Redis 7.2, hold 99.5 % of foo.bar calls. Fine?  Yes.',
    ).statements;
    expect(said.map(({ text }) => text)).toEqual([
      'Caches, e.g. Redis 7.2, hold 99.5 % of foo.bar calls.',
      'Fine?',
      'Yes.',
    ]);
  });

  it('end at a run of marks, whatever word is before it, unless a small letter follows a full stop', () => {
    const said = parseDesignDoc(
      'Really?! Caches, etc... and more (i.e. all.) Plan B. Then etc.? Yes! ok...',
    ).statements;
    expect(said.map(({ text }) => text)).toEqual([
      'Really?!',
      'Caches, etc... and more (i.e. all.)',
      'Plan B. Then etc.?',
      'Yes!',
      'ok...',
    ]);
  });

  it('keep their places over escapes, character references, CRLF and quotes', () => {
    const text = 'A \\* star &amp; more.\r\n\r\n> Quoted\r\n> words. Next.\r\n';
    const doc = parseDesignDoc(text);
    expect(doc.statements.map(({ text: said, quoted }) => [said, quoted])).toEqual([
      ['A * star & more.', false],
      ['Quoted words.', true],
      ['Next.', true],
    ]);
    expect(words(text, doc.statements[1]!)).toBe('Quoted\r\n> words.');
    expect(words(text, doc.statements[2]!)).toBe('Next.');
  });

  it('keep their places in texts that are not ASCII', () => {
    const text = '# Überblick 🚀\n\nDie Größe wächst. 読み取りは速い。書き込みは遅い。\n';
    const doc = parseDesignDoc(text);
    expect(doc.statements.map((statement) => words(text, statement))).toEqual([
      '# Überblick 🚀'.slice(2),
      'Die Größe wächst.',
      '読み取りは速い。',
      '書き込みは遅い。',
    ]);
  });
});

describe('diagrams, code, pictures and comments', () => {
  it('are set apart, with the place of a diagram inside a list', () => {
    const text = lines(
      '- step',
      '',
      '  ```mermaid',
      '  flowchart LR',
      '    A --> B',
      '  ```',
      '',
      '```json',
      '{}',
      '```',
    );
    const doc = parseDesignDoc(text);
    expect(doc.diagrams).toHaveLength(1);
    expect(doc.diagrams[0]).toMatchObject({ source: 'flowchart LR\n  A --> B', indent: 2 });
    expect(text.slice(doc.diagrams[0]!.sourceStart)).toMatch(/^ {2}flowchart LR/);
    expect(doc.code.map(({ language, source }) => [language, source])).toEqual([['json', '{}']]);
  });

  it('finds embedded pictures in Markdown and HTML', () => {
    const doc = parseDesignDoc('See ![flow](flow.png).\n\n<img src="x.png">\n');
    expect(doc.pictures.map(({ alt }) => alt)).toEqual(['flow', '']);
  });

  it('finds every comment with its place', () => {
    const text = 'Text <!-- one --> here.\n\n<!-- two\nlines -->\n';
    const doc = parseDesignDoc(text);
    expect(doc.comments.map((comment) => words(text, comment))).toEqual([
      '<!-- one -->',
      '<!-- two\nlines -->',
    ]);
  });
});

describe('front matter', () => {
  it('gives keys and values with their places', () => {
    const text = '---\ntitle: "A: b"\ntags: [x, y]\n---\n# A\n';
    const { frontMatter, sections } = parseDesignDoc(text);
    expect(frontMatter?.entries.map(({ key, value }) => [key, value])).toEqual([
      ['title', 'A: b'],
      ['tags', ['x', 'y']],
    ]);
    expect(words(text, frontMatter!.entries[0]!.valueSpan)).toBe('"A: b"');
    expect(sections[1]?.start).toBe(text.indexOf('# A'));
  });

  it('reports YAML it cannot read at its place and still reads the doc', () => {
    const text = '---\ntitle: [a\n---\n# A\n';
    const { frontMatter, sections } = parseDesignDoc(text);
    expect(frontMatter?.errors.length).toBeGreaterThan(0);
    expect(frontMatter?.entries).toEqual([]);
    expect(sections.map(({ title }) => title)).toEqual(['', 'A']);
  });

  it.each([
    ['a title in bold, which YAML takes for a reference', 'title: **Payments**', '**Payments**'],
    ['a reference to nothing', 'title: *x', '*x'],
    ['a reference to nothing to be merged', '<<: *base', '*base'],
    ['a key for the second time', 'date: 2020-01-01\ndate: 2021-01-01', 'date'],
    [
      'a reference whose value grows beyond all measure',
      `a: &a [x, x]\nb: &b [${'*a, '.repeat(9)}*a]\nc: [${'*b, '.repeat(10)}*b]`,
      `[${'*b, '.repeat(10)}*b]`,
    ],
  ])('reports %s at its place and reads the rest', (_, yaml, place) => {
    const text = `---\n${yaml}\nstatus: draft\n---\n# A\n`;
    const { frontMatter, sections } = parseDesignDoc(text);
    expect(frontMatter?.errors.map(({ span }) => words(text, span))).toEqual([place]);
    expect(frontMatter?.entries.find(({ key }) => key === 'status')?.value).toBe('draft');
    expect(sections.map(({ title }) => title)).toEqual(['', 'A']);
  });

  it('with thousands of keys or references comes to an end', () => {
    const many = (line: (i: number) => string) => Array.from({ length: 5000 }, (_, i) => line(i)).join('');
    const keys = parseDesignDoc(`---\n${many((i) => `k${String(i)}: v\n`)}---\n`).frontMatter;
    expect(keys?.entries).toHaveLength(5000);
    const aliases = many((i) => `k${String(i)}: &a${String(i)} v\nj${String(i)}: *a${String(i)}\n`);
    expect(parseDesignDoc(`---\n${aliases}---\n`).frontMatter?.errors).toHaveLength(1);
  });

  it('is not a thematic break further down', () => {
    expect(parseDesignDoc('Text\n\n---\na: b\n---\n').frontMatter).toBeUndefined();
  });
});

it('an empty doc has one empty section and no statements', () => {
  expect(parseDesignDoc('')).toMatchObject({ sections: [{ index: 0, depth: 0 }], statements: [] });
});
