import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { DEFAULT_CONFIG } from '../../../src/lint/config';
import { lint } from '../../../src/lint/lint';
import { RULES } from '../../../src/rules/index';
import { TODAY, shippedKnowledge } from './linting';

const draft = '---\nstatus: draft\n---\n# T\n\n';
const HARD: readonly (readonly [string, string, string])[] = [
  ['a line of figures', '# T\n\ndowntime ', '99.9 % 5 minutes a month '],
  ['a line of rates', '# T\n\n1 request/s', ' is 5 requests/s'],
  ['a line of digits', '# T\n\n', '1'],
  ['a line of acronyms', '# T\n\n', 'ABCD (EF '],
  ['a line of questions', `${draft}## Open questions\n\n`, 'Why is it by 2024-01-01? '],
  ['many options', '---\nstatus: accepted\n---\n# T\n\n', '## Options\n\nPros: a\n\n'],
  [
    'a long table',
    '# T\n\n## Data model\n\n| Entity | Pros | Cons |\n|---|---|---|\n',
    '| 99.9 % | 5 minutes a month down | |\n',
  ],
  ['a run of question marks', '# T\n\nx', '?'],
  ['a line of sentences', '# T\n\n', 'Aa bb. '],
  ['a line of code', '# T\n\n```\n', '-=~'],
  ['many diagrams', '# T\n\n', '```mermaid\nflowchart LR\nA-->B\n```\n\n'],
  ['a line of marks that close nothing', '# T\n\n', '*a_ '],
  ['a line of instructions that nothing closes', '# T\n\n', 'a <?'],
  ['a line of declarations that nothing closes', '# T\n\n', 'a <!A '],
  ['a line of comments that nothing closes', '# T\n\n', 'x <!-- '],
  ['a line of tags that nothing closes', '# T\n\n', '<div '],
  ['comments that end nothing', '# T\n\n', '<!-- design-docs enable -->\n\nTODO\n\n'],
  ['comments on a line', '# T\n\n', 'a <!-- design-docs ignore --> '],
  ['a comment with many ids', '# T\n\n<!-- design-docs ignore', ' foo'],
];

// The diagrams' parser is Mermaid's own, and takes no part in this.
const rules = RULES.filter(({ meta }) => meta.id !== 'mermaid-syntax');
const options = { config: { ...DEFAULT_CONFIG, allRules: true }, rules, today: TODAY };

describe.each(HARD)('%s', (_name, start, unit) => {
  // What grows with more than its length does not come to an end; how it grows, `npm run bench` shows.
  it('of 256 KB comes to an end', async () => {
    const doc = parseDesignDoc(`${start}${unit.repeat(Math.ceil(256_000 / unit.length))}x`);
    expect((await lint(doc, shippedKnowledge, options)).failures).toEqual([]);
  });
});
