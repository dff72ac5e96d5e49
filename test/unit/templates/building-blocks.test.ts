import { expect, test } from 'vitest';
import { blockMarkdown, buildingBlocks } from '../../../src/templates/building-blocks';

const concept = (...body: string[]) => ({
  id: 'cdn',
  title: 'CDN',
  summary: 'Copies near the users.',
  group: 'networking',
  aliases: ['content delivery network'],
  body: body.join('\n'),
});

const TRADEOFFS = [
  '## Trade-offs',
  '',
  'Two ways.',
  '',
  '| Choice | Gains |',
  '| --- | --- |',
  '| [Pull](pull.md) | simple |',
  '',
  'More.',
  '',
];
const DIAGRAM = [
  '## Diagram',
  '',
  '```mermaid',
  'flowchart LR',
  '  a{Hit?} --> b',
  '```',
  '',
  '## How it fails',
  '',
  '| x |',
  '| --- |',
];

test('a building block is a concept’s diagram and its table of trade-offs', () => {
  expect(buildingBlocks([concept(...TRADEOFFS, ...DIAGRAM)])).toEqual([
    {
      id: 'cdn',
      title: 'CDN',
      summary: 'Copies near the users.',
      group: 'networking',
      aliases: ['content delivery network'],
      diagram: 'flowchart LR\n  a{Hit?} --> b',
      table: '| Choice | Gains |\n| --- | --- |\n| Pull | simple |',
    },
  ]);
});

test('a concept that lacks either has none', () => {
  expect(
    buildingBlocks([concept(...TRADEOFFS), concept(...DIAGRAM), concept('## Diagram', '', 'Words.')]),
  ).toEqual([]);
});

test('as Markdown it asks for the reason under a heading of the depth that is wanted', () => {
  const [block] = buildingBlocks([concept(...TRADEOFFS, ...DIAGRAM)]);
  expect(block && blockMarkdown(block, 4)).toBe(
    [
      '#### CDN',
      '',
      '{Which of the choices below is taken here, and why}',
      '',
      '```mermaid',
      'flowchart LR',
      '  a{Hit?} --> b',
      '```',
      '',
      '| Choice | Gains |',
      '| --- | --- |',
      '| Pull | simple |',
      '',
      '',
    ].join('\n'),
  );
});
