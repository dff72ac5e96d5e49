import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkDiagram } from '../../../src/diagrams/check-diagram';
import { parseDesignDoc } from '../../../src/document/parse';
import { buildingBlockSnippets, type Snippet } from '../../../src/templates/building-block-snippets';

const BUILT = 'building-blocks.code-snippets';

const byHand = readdirSync('snippets')
  .filter((name) => name.endsWith('.code-snippets') && name !== BUILT)
  .map((file) => ({
    file,
    snippets: JSON.parse(readFileSync(`snippets/${file}`, 'utf8')) as Record<string, Snippet>,
  }));

const notes = readdirSync('media/knowledge/concepts').map((name) => ({
  id: name.replace(/\.md$/, ''),
  text: readFileSync(`media/knowledge/concepts/${name}`, 'utf8'),
}));
const built = buildingBlockSnippets(notes);

const all = [...byHand, { file: BUILT, snippets: built }].flatMap(({ file, snippets }) =>
  Object.entries(snippets).map(([name, snippet]) => ({ file, name, ...snippet, text: snippet.body.join('\n') })),
);

/** What a snippet inserts when every tab stop is left as it is: first choices, defaults, today's date. */
function inserted(body: string): string {
  const defaults = new Map<string, string>();
  const literal = (text: string) => text.replace(/\\([\\$}|,])/g, '$1');
  const resolved = body
    .replace(/\$\{(\d+)\|((?:\\.|[^|\\])*?)\|\}/g, (_, stop: string, choices: string) => {
      const first = /^(?:\\.|[^,\\])*/.exec(choices)?.[0] ?? '';
      defaults.set(stop, first);
      return first;
    })
    .replace(/\$\{(\d+):((?:\\.|[^}\\])*)\}/g, (_, stop: string, text: string) => {
      defaults.set(stop, text);
      return text;
    })
    .replace(/(?<!\\)\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE/g, '2026-03-09')
    .replace(/(?<!\\)\$(\d+)/g, (_, stop: string) => defaults.get(stop) ?? '');
  return literal(resolved);
}

test('there are many, in groups, and they are contributed for Markdown', () => {
  expect(byHand.map(({ file }) => file).sort()).toEqual([
    'api-and-data.code-snippets',
    'diagrams.code-snippets',
    'estimates.code-snippets',
    'requirements.code-snippets',
    'sections.code-snippets',
    'tradeoffs.code-snippets',
  ]);
  expect(all.length - Object.keys(built).length).toBeGreaterThanOrEqual(30);
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { snippets: { language: string; path: string }[] };
  };
  const files = [...byHand.map(({ file }) => file), BUILT].sort();
  expect([...contributes.snippets].sort((a, b) => (a.path < b.path ? -1 : 1))).toEqual(
    files.map((file) => ({ language: 'markdown', path: `./snippets/${file}` })),
  );
});

test('all prefixes begin alike, and no prefix or name is used twice', () => {
  for (const { prefix } of all) expect(prefix).toMatch(/^dd-[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(new Set(all.map(({ prefix }) => prefix)).size).toBe(all.length);
  expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
});

test('each concept has one, which says what it is in the words of its note', () => {
  expect(Object.values(built).map(({ prefix }) => prefix)).toEqual(notes.map(({ id }) => `dd-${id}`));
});

describe.each(all)('$prefix', ({ text, description }) => {
  test('says what it is, and ends where writing goes on', () => {
    expect(description).toMatch(/^.{20,160}\.$/);
    expect(text.match(/(?<!\\)\$0/g)).toHaveLength(1);
    expect(text).toMatch(/\$0$/);
  });

  test('has tab stops that count from one without a gap', () => {
    const stops = [...text.matchAll(/(?<!\\)\$\{(\d+)[:|]/g)].map((match) => Number(match[1]));
    expect(stops).toEqual(stops.map((_, i) => i + 1));
    const mirrors = [...text.matchAll(/(?<!\\)\$([1-9]\d*)/g)].map((match) => Number(match[1]));
    expect(mirrors.filter((stop) => stop > stops.length)).toEqual([]);
  });

  test('leaves nothing of the snippet syntax in the text', () => {
    expect(inserted(text)).not.toMatch(/\$\{?\d|\\[$}|,]/);
  });

  // The first diagram waits for Mermaid.
  test('draws its diagrams without error', { timeout: 60_000 }, async () => {
    for (const { source } of parseDesignDoc(inserted(text)).diagrams) expect(await checkDiagram(source)).toEqual([]);
  });
});

test('every diagram snippet and every building block has a diagram', () => {
  const drawn = all.filter(({ file }) => file === 'diagrams.code-snippets' || file === BUILT);
  for (const { name, text } of drawn) expect([name, parseDesignDoc(inserted(text)).diagrams.length]).toEqual([name, 1]);
});
