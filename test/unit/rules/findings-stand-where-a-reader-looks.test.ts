import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { DEFAULT_CONFIG } from '../../../src/lint/config';
import { lint } from '../../../src/lint/lint';
import { RULES } from '../../../src/rules/index';
import { TODAY, findingsOf, lines, shippedKnowledge, words } from './linting';

const everyFinding = async (text: string) => {
  const config = { ...DEFAULT_CONFIG, allRules: true };
  return (await lint(parseDesignDoc(text), shippedKnowledge, { config, today: TODAY })).findings;
};

/** The words on which a rule's first finding stands. */
const placeOf = async (ruleId: string, text: string) => {
  const [finding] = await findingsOf(ruleId, text);
  return finding && words(text, finding);
};

describe('what a doc does not say is reported', () => {
  it('at the heading of the part, where the doc has one', async () => {
    expect(await placeOf('missing-testing', lines('# T', '', 'Words.', '', '## Testing', ''))).toBe(
      '## Testing',
    );
  });

  it('at the title otherwise, whatever stands above it', async () => {
    expect(await placeOf('missing-testing', lines('', '<!-- note -->', '# T', '', 'Words.'))).toBe('# T');
    expect(await placeOf('missing-testing', lines('Title', '=====', '', 'Words.'))).toBe(
      lines('Title', '====='),
    );
  });

  it('at the title in the front matter, where no heading is the title', async () => {
    expect(
      await placeOf(
        'missing-testing',
        lines('---', 'status: draft', 'title: Price cache', '---', '', 'Words.'),
      ),
    ).toBe('Price cache');
    const text = lines(
      '---',
      'title: Price cache',
      '---',
      '',
      '## Background',
      '',
      'Words.',
      '',
      '## Data',
      '',
      'Words.',
    );
    expect(await placeOf('missing-testing', text)).toBe('Price cache');
  });

  it('at the first words of a doc without headings', async () => {
    expect(
      await placeOf('missing-testing', lines('---', 'status: draft', '---', '', 'We cache prices. Why not?')),
    ).toBe('We cache prices.');
  });

  it('at the quality requirements, for a quality', async () => {
    const text = lines(
      '# T',
      '',
      '## Goals',
      '',
      'G.',
      '',
      '## Non-functional requirements',
      '',
      'None yet, we are thinking.',
    );
    expect(await placeOf('missing-concern', text)).toBe('## Non-functional requirements');
  });
});

describe('a doc in which nothing is written yet', () => {
  it.each([
    ['an empty file', ''],
    ['blank lines', '\n\n  \n'],
    ['front matter only', lines('---', 'title: T', 'status: draft', '---', '')],
    ['a comment', '<!-- soon -->\n'],
  ])('%s has no findings', async (_name, text) => {
    expect(await everyFinding(text)).toEqual([]);
  });

  it('a title has one finding: say what it is about', async () => {
    expect((await everyFinding('# Price cache\n')).map(({ rule }) => rule)).toEqual(['empty-section']);
  });

  it('an outline has one for each empty heading', async () => {
    const found = await everyFinding(lines('# T', '', '## Goals', '', '## Rollout', ''));
    expect(found.map(({ rule, start }) => [rule, start.line])).toEqual([
      ['empty-section', 3],
      ['empty-section', 5],
    ]);
  });
});

describe('one heading', () => {
  it('has one finding, not both “empty” and what is missing there', async () => {
    const found = await everyFinding(
      lines('# T', '', 'We cache prices.', '', '## Testing', '', '## Notes', ''),
    );
    expect(found.filter(({ start }) => start.line === 5).map(({ rule }) => rule)).toEqual([
      'missing-testing',
    ]);
    expect(found.filter(({ start }) => start.line === 7).map(({ rule }) => rule)).toEqual(['empty-section']);
  });
});

describe('every finding', () => {
  it('has words under it and a message that ends as a sentence does', async () => {
    const text = lines(
      '# T',
      '',
      'We should be fast, TODO.',
      '',
      '## Goals',
      '',
      '```mermaid',
      'flowchart LR',
      ' a -->',
      '```',
    );
    const found = await everyFinding(text);
    expect(found.length).toBeGreaterThan(10);
    for (const finding of found) {
      expect(words(text, finding).trim(), finding.message).not.toBe('');
      expect(finding.message).toMatch(/^["“\p{Lu}].*[.?!]$/u);
    }
    expect(RULES.length).toBeGreaterThan(13);
  }, 60_000);
});
