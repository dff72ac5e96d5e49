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
];

// The diagrams' parser is Mermaid's own, and takes no part in this.
const rules = RULES.filter(({ meta }) => meta.id !== 'mermaid-syntax');
const options = { config: { ...DEFAULT_CONFIG, allRules: true }, rules, today: TODAY };

describe.each(HARD)('%s', (_name, start, unit) => {
  const text = (length: number) => start + unit.repeat(Math.ceil(length / unit.length));

  it('of 64 KB costs no more than some ten times what 8 KB cost', async () => {
    await time(text(8_000));
    const small = await time(text(8_000));
    expect(await time(text(64_000))).toBeLessThan(small * 25 + 1_000);
  }, 60_000);
});

/** Milliseconds that all rules take on a text already parsed. */
async function time(text: string): Promise<number> {
  const doc = parseDesignDoc(text);
  const started = performance.now();
  const { failures } = await lint(doc, shippedKnowledge, options);
  expect(failures).toEqual([]);
  return performance.now() - started;
}
