import { expect, test } from 'vitest';
import { fillPrompts, mapOutsideFences, splitPrompts } from '../../../src/templates/prompts';

const prompts = (markdown: string) =>
  splitPrompts(markdown)
    .filter(({ kind }) => kind === 'prompt')
    .map(({ text }) => text);

test('a prompt is what stands between braces on one line', () => {
  expect(prompts('Kept for {how long} by {whom}.')).toEqual(['how long', 'whom']);
  expect(prompts('Kept {for\nlong}.')).toEqual([]);
  expect(prompts('An empty {} pair.')).toEqual([]);
});

test('braces in inline code, behind a backslash and in a fence are literal', () => {
  expect(prompts('`GET /orders/{id}` returns {what}.')).toEqual(['what']);
  expect(prompts('``a ` {b}`` then {c}')).toEqual(['c']);
  expect(prompts('Literal \\{braces\\}, {prompt}.')).toEqual(['prompt']);
  expect(prompts('```json\n{ "id": 1 }\n```\n{after}\n~~~\n{no}\n~~~\n')).toEqual(['after']);
});

test('in a Mermaid fence only a label that fills its quotes is a prompt', () => {
  const markdown = '```mermaid\nflowchart LR\n  a["{Client}"] --> b{Choice} --> c{"{x} y"}\n```\n';
  expect(prompts(markdown)).toEqual(['Client']);
});

test('a fence ends only at its own mark', () => {
  expect(prompts('````md\n```\n{no}\n```\n````\n{yes}')).toEqual(['yes']);
});

test('tokens join to the text they came from', () => {
  const markdown = '# {title}\n\n`{a}` {b}\n\n```mermaid\na["{c}"]\n```\n\n```\n{d}\n```\n';
  const joined = splitPrompts(markdown).map(({ kind, text }) => (kind === 'prompt' ? `{${text}}` : text));
  expect(joined.join('')).toBe(markdown);
});

test('filling leaves alone what has no value, and values are never read as prompts', () => {
  expect(fillPrompts('# {title}: {summary}', new Map([['title', 'A {summary}']]))).toBe(
    '# A {summary}: {summary}',
  );
});

test('a quote in a value cannot end a diagram label', () => {
  const markdown = '```mermaid\nflowchart LR\n  a["{title}"]\n```';
  expect(fillPrompts(markdown, new Map([['title', 'The "new" one']]))).toContain(
    'a["The #quot;new#quot; one"]',
  );
});

test('a change of prose does not reach into fences', () => {
  expect(mapOutsideFences('a\n```\na\n```\na', (text) => text.toUpperCase())).toBe('A\n```\na\n```\nA');
});
