import { readFileSync } from 'node:fs';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { globSync } from 'tinyglobby';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import type { DesignDoc } from '../../../src/document/types';

const remark = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What a text holds: its words in order, its headings, its code and its tables. */
interface Outline {
  readonly words: string;
  readonly headings: readonly (readonly [number, string])[];
  readonly code: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
}

function asWeRead(text: string): Outline {
  const doc: DesignDoc = parseDesignDoc(text);
  return {
    words: fold(doc.statements.map((statement) => statement.text).join(' ')),
    headings: doc.sections.slice(1).map(({ depth, title }) => [depth, title]),
    code: [...doc.code, ...doc.diagrams].sort((a, b) => a.start - b.start).map(({ source }) => source),
    tables: doc.tables.map(({ rows }) => rows),
  };
}

function asRemarkReads(text: string): Outline {
  const words: string[] = [];
  const headings: [number, string][] = [];
  const code: string[] = [];
  const tables: string[][][] = [];
  const say = (node: Nodes): string =>
    fold(toString(withSpaces(node), { includeImageAlt: false, includeHtml: false }));
  const visit = (node: Nodes): void => {
    if (node.type === 'code') code.push(node.value);
    else if (node.type === 'heading') {
      if (isTop(node)) headings.push([node.depth, say(node)]);
      words.push(say(node));
    } else if (node.type === 'paragraph') words.push(say(node));
    else if (node.type === 'table') {
      const rows = node.children.map((row) => row.children.map(say));
      tables.push(rows);
      words.push(...rows.flat());
    } else if ('children' in node) node.children.forEach(visit);
  };
  const tree: Root = remark.parse(text);
  const isTop = (node: Nodes): boolean => (tree.children as Nodes[]).includes(node);
  tree.children.forEach(visit);
  return { words: fold(words.join(' ')), headings, code, tables };
}

/** A break is no text to remark and white space to a reader. */
function withSpaces(node: Nodes): Nodes {
  if (node.type === 'break') return { type: 'text', value: '\n' };
  return 'children' in node ? ({ ...node, children: node.children.map(withSpaces) } as Nodes) : node;
}

const CASES: Readonly<Record<string, string>> = {
  'emphasis, code and links': 'A *b* **c _d_** `e  f` [g](h) <http://i> ~~j~~ k\\*l &amp; m&#33;\n',
  'labels that the text defines, and brackets that name nothing':
    '[a] [b][a] [c][d] [e [f]](g) ![h](i) x[0][1]\n\n[a]: http://b\n',
  footnotes: 'Words[^1] more.\n\n[^1]: A note\n    goes on.\n[^b]: Another.\n\nAfter.\n',
  'lists, one in the other': '1. a\n   - b\n     c\n\n   d\n2. e\n- [ ] f\n- [x] g\n',
  'a list behind an item that it does not belong to': '1. a\n  - b\n2. c\n  - d\n',
  quotations: '> a\n> b\nc\n>\n> > d\n',
  'fences, indented and in lists':
    '   ```js\n   a\n     b\n   ```\n\n- c\n\n  ~~~\n  d\n   e\n  ~~~\n\n    f\n\n```\ng\n',
  'fences that end with what they stand in':
    '- ```\n  a\n\n# b\n\n> ~~~\n> c\n\n## d\n\n- ```\n  e\nf\n\n## g\n',
  'fences that do not close others': '````\n```\n> ````\n    ````\n- ````\n# a\n````\n\n# b\n',
  tables: '| a | b |\n| - | :-: | \n| `c` | |\n| d \\| e |\nf | g\n\n|h|\n|-|\n||\n',
  'a table in a quotation and one in a list':
    '> | a | b |\n> | - | - |\n> | c | |\n\n- d\n\n  | e |\n  | - |\n  | f |\n',
  'code and comments in quotations':
    '> ```js\n> a\n>   b\n> ```\n>\n> <!-- c\n> d -->\n>\n>     e\n>     f\n',
  'headings of both kinds': '# a #\n\nb\nc\n===\n\nd\n---\n\n#e\n\n## f *g*\n',
  'HTML and comments': '<!-- a -->\n\n<div>\nb\n</div>\n\nc <i>d</i> <block_name> e<br/>f <!-- g --> h\n',
  'hard breaks and runs of spaces': 'a  \nb\\\nc    d     \ne   \n',
  'marks that close nothing, and marks that do':
    '`a ``b` c`` d` *e `f\\` <g> h <!-- i --> j <? k ?> l <m n ``` o `` p <!-- q\n',
  'an unknown reference': '&nosuch; &copy;\n',
};

describe('Markdown is read as remark reads it:', () => {
  for (const [name, text] of Object.entries(CASES)) {
    it(name, () => {
      expect(asWeRead(text)).toEqual(asRemarkReads(text));
    });
    it(`${name}, with CRLF`, () => {
      const windows = text.replace(/\n/g, '\r\n');
      expect(asWeRead(windows)).toEqual(asRemarkReads(windows));
    });
  }

  it('comments stand where they stand in the text, however they are indented', () => {
    const text =
      '# A\n\n  <!-- one -->\n\n- item\n\n  <!-- two\n  more -->\n\n> <!-- three -->\n\nWords <!-- four --> end.\n';
    const { comments } = parseDesignDoc(text);
    expect(comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      '<!-- one -->',
      '<!-- two\n  more -->',
      '<!-- three -->',
      '<!-- four -->',
    ]);
  });

  it.each([
    ['quotations', `${'>'.repeat(20_000)} deep\n`],
    ['lists', `${'1. '.repeat(10_000)}deep\n`],
    ['emphasis', `${'*'.repeat(12_000)}deep${'*'.repeat(12_000)}\n`],
  ])('%s nested beyond all measure are words, and the sections around them are read', (_, nested) => {
    const { statements, sections } = parseDesignDoc(
      `# One\n\nFirst.\n\n## Two\n\n${nested}\n## Three\n\nLast.\n`,
    );
    expect(sections.map(({ title }) => title)).toContain('Three');
    expect(statements[1]?.text).toBe('First.');
    expect(statements.at(-1)?.text).toBe('Last.');
    expect(statements.some(({ text }) => text.includes('deep'))).toBe(true);
  });

  it('all of this project’s own Markdown', () => {
    const files = globSync(['*.md', 'docs/**/*.md', 'media/**/*.md', 'test/**/*.md']);
    expect(files.length).toBeGreaterThan(150);
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(asWeRead(text), file).toEqual(asRemarkReads(text));
    }
  });
});
