import { describe, expect, it } from 'vitest';
import { applied, findingsOf, fixedByRule, lines } from './linting';
import { smallKnowledge } from './small-knowledge';

const knowledge = smallKnowledge();
const fixed = (ruleId: string, text: string) => fixedByRule(ruleId, text, { knowledge });

/** The text after the fix of the finding about a subject. */
async function fixedOnce(ruleId: string, subject: string, text: string): Promise<string> {
  const finding = (await findingsOf(ruleId, text, { knowledge })).find((found) => found.subject === subject);
  const fix = finding?.fixes[0];
  if (!fix) throw new Error(`${ruleId} has no fix for ${subject}`);
  return applied(text, fix);
}

describe('a missing section is inserted', () => {
  it('behind the part that comes before it, with its subsections', async () => {
    const text = lines(
      '# T',
      '',
      'Words.',
      '',
      '## Architecture',
      '',
      'Boxes.',
      '',
      '### Flow',
      '',
      'Arrows.',
      '',
      '## Notes',
      '',
      'N.',
      '',
    );
    expect(await fixed('missing-testing', text)).toBe(
      lines(
        '# T',
        '',
        'Words.',
        '',
        '## Architecture',
        '',
        'Boxes.',
        '',
        '### Flow',
        '',
        'Arrows.',
        '',
        '## Testing',
        '',
        '- {which testing?}',
        '',
        '## Notes',
        '',
        'N.',
        '',
      ),
    );
  });

  it('in front of the part that comes after it, where none comes before', async () => {
    const text = lines('# T', '', 'Words.', '', '## Testing', '', 'Tests.', '');
    expect(await fixed('missing-goals', text)).toBe(
      lines('# T', '', 'Words.', '', '## Goals', '', '- {which goals?}', '', '## Testing', '', 'Tests.', ''),
    );
  });

  it('at the end of a doc without any part, with one line ending at the end', async () => {
    expect(await fixed('missing-goals', '# T\n\nWords.')).toBe(
      '# T\n\nWords.\n\n## Goals\n\n- {which goals?}\n',
    );
    expect(await fixed('missing-goals', '# T\n\nWords.\n\n\n')).toBe(
      '# T\n\nWords.\n\n## Goals\n\n- {which goals?}\n',
    );
  });

  it('at the depth of the main sections, its own headings one deeper', async () => {
    const text = lines('# T', '', '# Architecture', '', 'Boxes.', '');
    expect(await fixed('missing-alternatives', text)).toBe(
      lines(
        '# T',
        '',
        '# Architecture',
        '',
        'Boxes.',
        '',
        '# Alternatives',
        '',
        '## {Another way}',
        '',
        '{why not?}',
        '',
      ),
    );
  });

  it('beside a neighbour of the same kind, at its depth', async () => {
    const text = lines(
      '# T',
      '',
      '## Motivation',
      '',
      'Why.',
      '',
      '### Goals',
      '',
      'G.',
      '',
      '## Architecture',
      '',
      'B.',
      '',
    );
    expect(await fixed('missing-non-goals', text)).toBe(
      lines(
        '# T',
        '',
        '## Motivation',
        '',
        'Why.',
        '',
        '### Goals',
        '',
        'G.',
        '',
        '### Non-goals',
        '',
        '- {which non-goals?}',
        '',
        '## Architecture',
        '',
        'B.',
        '',
      ),
    );
  });

  it('among the main sections, where its neighbour is a subsection of another kind', async () => {
    const text = lines(
      '# T',
      '',
      '## Design',
      '',
      'D.',
      '',
      '### Architecture',
      '',
      'B.',
      '',
      '### Flow',
      '',
      'F.',
      '',
    );
    expect(await fixed('missing-alternatives', text)).toBe(
      `${text}${lines('', '## Alternatives', '', '### {Another way}', '', '{why not?}', '')}`,
    );
  });

  it('as a second-level heading where the front matter has the title', async () => {
    const text = lines('---', 'title: T', '---', '', '## Goals', '', 'G.', '');
    expect(await fixed('missing-testing', text)).toBe(
      `${text}${lines('', '## Testing', '', '- {which testing?}', '')}`,
    );
    const bare = lines('---', 'title: T', '---', '', 'Words.', '');
    expect(await fixed('missing-testing', bare)).toBe(
      `${bare}${lines('', '## Testing', '', '- {which testing?}', '')}`,
    );
  });

  it('with the line endings of the doc', async () => {
    const text = '# T\r\n\r\nWords.\r\n\r\n## Testing\r\n\r\nTests.\r\n';
    const result = await fixed('missing-goals', text);
    expect(result).toBe(
      '# T\r\n\r\nWords.\r\n\r\n## Goals\r\n\r\n- {which goals?}\r\n\r\n## Testing\r\n\r\nTests.\r\n',
    );
  });

  it('not under a title that happens to speak of the part', async () => {
    const text = lines('# Testing the app', '', 'Words.', '');
    expect(await fixed('missing-testing', text)).toBe(
      `${text}${lines('', '## Testing', '', '- {which testing?}', '')}`,
    );
  });
});

describe('a comment that speaks to the linter of a heading stays above it', () => {
  const about = '<!-- design-docs ignore empty-section -->';
  const design = ['# T', '', '## Architecture', '', 'Boxes.', ''];
  const testing = ['## Testing', '', '- {which testing?}', ''];

  it.each([
    ['ignore', [about, '']],
    ['disable', ['<!-- design-docs disable empty-section -->', '']],
    ['with other comments behind it', [about, '<!-- Not yet. -->', '', '<!-- Ask Mo. -->']],
  ])('where a section is put behind the one before: %s', async (_name, comments) => {
    const end = [...comments, '## Notes', '', 'N.', ''];
    expect(await fixed('missing-testing', lines(...design, ...end))).toBe(
      lines(...design, ...testing, ...end),
    );
  });

  it('where a section is put in front of it', async () => {
    const end = [about, '', '## Testing', '', 'Tests.', ''];
    expect(await fixed('missing-goals', lines('# T', '', 'Words.', '', ...end))).toBe(
      lines('# T', '', 'Words.', '', '## Goals', '', '- {which goals?}', '', ...end),
    );
  });

  it('where an item is put behind the last', async () => {
    const text = lines(
      '# T',
      '',
      '## Quality requirements',
      '',
      '- Cost: $20',
      '',
      about,
      '',
      '## N',
      '',
      'N.',
    );
    expect(await fixedOnce('missing-concern', 'latency', text)).toContain(
      `- Cost: $20\n- **Latency**: {how latency?}\n\n${about}\n\n## N`,
    );
  });

  it.each([
    [
      'one that ends what is disabled',
      [
        '<!-- design-docs disable leftover-placeholder -->',
        '',
        'TODO',
        '',
        '<!-- design-docs enable -->',
        '',
      ],
    ],
    ['one for people', ['<!-- Describe the flow. -->', '']],
    ['one inside a paragraph', [`Lines. ${about}`, '']],
    ['one inside other HTML', ['<div>', about, '</div>', '']],
    ['one for another block', [about, '', 'Lines.', '']],
  ])('but not %s', async (_name, above) => {
    const end = ['## Notes', '', 'N.', ''];
    expect(await fixed('missing-testing', lines(...design, ...above, ...end))).toBe(
      lines(...design, ...above, ...testing, ...end),
    );
  });
});

describe('where the doc ends inside something that is not closed, nothing can be put behind it', () => {
  it.each([
    ['a code fence', ['```', 'make all']],
    ['a diagram', ['~~~mermaid', 'flowchart LR', '  a --> b', '']],
    ['a comment', ['<!-- Later:', '', 'more']],
    ['HTML that ends with its tag', ['<pre>', 'make all', '']],
  ])('%s', async (_name, end) => {
    const open = lines('# T', '', 'Words.', '', '## Architecture', '', ...end);
    for (const rule of ['missing-testing', 'missing-goals', 'missing-concern']) {
      const fixes = (await findingsOf(rule, open, { knowledge })).flatMap((found) => found.fixes);
      // In front of the section it still can.
      expect(fixes.filter(({ edits }) => edits.some(({ start }) => start > open.indexOf('##')))).toEqual([]);
    }
    expect(await fixed('missing-testing', open)).toBe(open);
  });

  it.each([
    ['a fence that is closed', ['```', 'make all', '```', '']],
    ['a fence that ends with its list', ['- Run:', '  ```', '  make all', '']],
    ['a comment that is closed', ['<!-- Later. -->', '']],
    ['HTML that ends with a blank line', ['<details>', 'More.', '']],
  ])('but behind %s it can', async (_name, end) => {
    const text = lines('# T', '', '## Architecture', '', 'Boxes.', '', ...end);
    expect(await fixed('missing-testing', text)).toBe(
      lines(...text.trimEnd().split('\n'), '', '## Testing', '', '- {which testing?}', ''),
    );
  });
});

describe('a section that stands empty', () => {
  it('gets the questions to answer', async () => {
    const text = lines('# T', '', 'Words.', '', '### Testing', '### Rollout', '');
    expect(await fixed('missing-testing', text)).toBe(
      lines('# T', '', 'Words.', '', '### Testing', '', '- {which testing?}', '### Rollout', ''),
    );
  });

  it('is not filled once something stands there', async () => {
    const text = lines('# T', '', '## Testing', '', 'Later.', '');
    const [finding] = await findingsOf('missing-testing', text, { knowledge });
    expect(finding?.message).toBe(
      '“Testing” does not yet say how the result will be verified. Which testing?',
    );
    expect(finding?.fixes).toEqual([]);
  });

  it('gets the diagram, whatever stands there', async () => {
    const text = lines('# T', '', '## Architecture', '', 'Boxes.', '', '### Flow', '', 'Arrows.', '');
    expect(await fixed('missing-diagram', text)).toBe(
      lines(
        '# T',
        '',
        '## Architecture',
        '',
        'Boxes.',
        '',
        '```mermaid',
        'flowchart LR',
        '  a --> b',
        '```',
        '',
        '### Flow',
        '',
        'Arrows.',
        '',
      ),
    );
  });
});

describe('a missing quality is added to the quality requirements', () => {
  const latency = '**Latency**: {how latency?}';

  it('as a row of their table, keeping its columns and what stands in front of it', async () => {
    const table = ['| Quality | Target | Why |', '| --- | --- | --- |', '| Cost | $20 | budget |'];
    const text = lines('# T', '', '## Quality requirements', '', ...table, '', 'More.', '');
    expect(await fixedOnce('missing-concern', 'latency', text)).toBe(
      lines(
        '# T',
        '',
        '## Quality requirements',
        '',
        ...table,
        '| Latency | {how latency?} |  |',
        '',
        'More.',
        '',
      ),
    );
    const nested = lines(
      '# T',
      '',
      '## Quality requirements',
      '',
      '- These:',
      '',
      ...table.map((row) => `  ${row}`),
      '',
    );
    expect(await fixedOnce('missing-concern', 'latency', nested)).toContain(
      '\n  | Latency | {how latency?} |  |\n',
    );
  });

  it('in the second column, where the first has numbers', async () => {
    const text = lines(
      '# T',
      '',
      '## Quality requirements',
      '',
      '| # | Quality | Target |',
      '| - | - | - |',
      '| 1 | Cost | $20 |',
      '',
    );
    expect(await fixedOnce('missing-concern', 'latency', text)).toContain(
      '\n|  | Latency | {how latency?} |\n',
    );
  });

  it('as an item of their list, with its marker', async () => {
    const bulleted = lines(
      '# T',
      '',
      '## Quality requirements',
      '',
      '* Cost: $20',
      '  a month',
      '',
      '### More',
      '',
      'M.',
      '',
    );
    expect(await fixedOnce('missing-concern', 'latency', bulleted)).toBe(
      lines(
        '# T',
        '',
        '## Quality requirements',
        '',
        '* Cost: $20',
        '  a month',
        `* ${latency}`,
        '',
        '### More',
        '',
        'M.',
        '',
      ),
    );
    const numbered = lines('# T', '', '## Quality requirements', '', '1. Cost: $20', '9. More', '');
    expect(await fixedOnce('missing-concern', 'latency', numbered)).toContain(`9. More\n10. ${latency}\n`);
  });

  it('as a new list behind their words', async () => {
    const text = lines(
      '# T',
      '',
      '## Quality requirements',
      '',
      '- Cost: $20',
      '',
      'That is all.',
      '',
      '## Testing',
      '',
      'T.',
      '',
    );
    expect(await fixedOnce('missing-concern', 'latency', text)).toContain(
      `That is all.\n\n- ${latency}\n\n## Testing`,
    );
  });

  it('as a subsection among others', async () => {
    const text = lines(
      '# T',
      '',
      '## Quality requirements',
      '',
      '#### Cost',
      '',
      '$20',
      '',
      '## Testing',
      '',
      'T.',
      '',
    );
    expect(await fixedOnce('missing-concern', 'latency', text)).toContain(
      '$20\n\n#### Latency\n\n{how latency?}\n\n## Testing',
    );
  });

  it('with the section itself, where the doc has none', async () => {
    const text = lines('# T', '', '## Goals', '', 'G.', '', '## Testing', '', 'T.', '');
    expect(await fixedOnce('missing-concern', 'latency', text)).toBe(
      lines(
        '# T',
        '',
        '## Goals',
        '',
        'G.',
        '',
        '## Quality requirements',
        '',
        `- ${latency}`,
        '',
        '## Testing',
        '',
        'T.',
        '',
      ),
    );
  });

  it('never twice: all in turn, and then no fix is left', async () => {
    for (const section of [
      [],
      ['## Quality requirements', '', '| Quality | Target |', '| - | - |', '| Cost | $20 |', ''],
    ]) {
      const both = await fixed('missing-concern', lines('# T', '', 'Words.', '', ...section));
      expect(both.match(/Latency/g)).toHaveLength(1);
      expect(both.match(/Security/g)).toHaveLength(1);
      const left = await findingsOf('vague-concern', both, { knowledge });
      expect(left.map(({ subject }) => subject)).toEqual(['latency', 'security']);
      expect(left.flatMap(({ fixes }) => fixes)).toEqual([]);
    }
  });
});
