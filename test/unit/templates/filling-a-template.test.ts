import { describe, expect, test } from 'vitest';
import type { Part, System } from '../../../src/knowledge/types';
import { fillTemplate } from '../../../src/templates/fill-template';
import { parseTemplate, type Template } from '../../../src/templates/parse-template';

const lines = (...text: string[]) => text.join('\n');

function template(...body: string[]): Template {
  const parsed = parseTemplate('mine', lines('---', 'name: Mine', 'team: Core', '---', ...body), [
    'api',
    'security',
    'goals',
  ]);
  if ('reason' in parsed) throw new Error(parsed.reason);
  return parsed;
}

const details = { title: 'Pay: later', date: '2026-03-09', authors: ['Example Author', 'Ben'] };

describe('a doc without a system', () => {
  const doc = fillTemplate(
    template(
      '# {title}',
      '',
      'By {authors} on {date}.',
      '',
      '## Goals',
      '<!-- parts: goals -->',
      '',
      '- {What is wanted}',
    ),
    details,
    undefined,
    [],
  );

  test('says in its front matter what it is', () => {
    expect(doc.frontMatter).toBe(
      lines(
        '---',
        'title: "Pay: later"',
        'status: draft',
        'date: 2026-03-09',
        'authors:',
        '  - Example Author',
        '  - Ben',
        'template: mine',
        'team: Core',
        '---',
        '',
        '',
      ),
    );
  });

  test('has title, date and authors filled in, keeps its prompts and loses the comments for the machine', () => {
    expect(doc.body).toBe(
      lines(
        '# Pay: later',
        '',
        'By Example Author, Ben on 2026-03-09.',
        '',
        '## Goals',
        '',
        '- {What is wanted}',
        '',
      ),
    );
  });

  test('asks for the authors when nobody knows them', () => {
    const { frontMatter, body } = fillTemplate(
      template('# {title}', '', 'By {authors}.'),
      { ...details, authors: [] },
      undefined,
      [],
    );
    expect(frontMatter).toContain('authors: []\n');
    expect(body).toContain('By {authors}.');
  });
});

test('the status can be the template’s', () => {
  const parsed = parseTemplate('adr', lines('---', 'name: ADR', 'status: proposed', '---', '# {title}'), []);
  if ('reason' in parsed) throw new Error(parsed.reason);
  expect(fillTemplate(parsed, details, undefined, []).frontMatter).toContain('status: proposed\n');
});

const stub = (part: string, text: string): System['checklist'][number] => ({
  id: text,
  concern: 'security',
  part,
  question: '',
  signals: [],
  stub: text,
  example: '',
});

const system: System = {
  kind: 'system',
  id: 'shop',
  path: '',
  title: 'Shop',
  summary: '',
  aliases: [],
  products: [],
  related: [],
  concerns: [],
  body: lines(
    '## What it is',
    '',
    'Words.',
    '',
    '## API',
    '',
    '| Call |',
    '| --- |',
    '| `GET /{id}` |',
    '',
    'See [idempotency](../concepts/idempotency.md#how) and [RFC](https://example.org/a.md).',
    '',
    '### Errors',
    '',
    '`#` 404',
    '',
    '## Flow',
    '',
    '```mermaid',
    'flowchart LR',
    '# not a heading',
    '```',
  ),
  checklist: [
    stub('api', 'Calls carry {which key}.'),
    stub('api', '- Pages hold {how many} items.'),
    stub('rollout', 'Opens {on which day},\nin {which town}.'),
  ],
};

const part = (id: string, heading: string) => ({ id, heading }) as Part;

describe('a doc about a system', () => {
  const made = (...body: string[]) =>
    fillTemplate(template('# {title}', '', ...body), details, system, [
      part('api', 'API'),
      part('rollout', 'Rollout'),
    ]);

  test('names it in the front matter', () => {
    expect(made().frontMatter).toContain('template: mine\nsystem: shop\nteam: Core\n');
  });

  test('has the note’s text in place of the template’s, with the checklist below it', () => {
    expect(made('## Contract', '<!-- parts: api, * -->', '', '{Which calls there are}').body).toBe(
      lines(
        '# Pay: later',
        '',
        '## Contract',
        '',
        '| Call |',
        '| --- |',
        '| `GET /{id}` |',
        '',
        'See idempotency and [RFC](https://example.org/a.md).',
        '',
        '### Errors',
        '',
        '`#` 404',
        '',
        '- Calls carry {which key}.',
        '- Pages hold {how many} items.',
        '- Opens {on which day},',
        '  in {which town}.',
        '',
      ),
    );
  });

  test('finds a part by its usual heading when no comment names it', () => {
    expect(made('## API', '', '{Which calls there are}').body).toContain('## API\n\n| Call |');
  });

  test('has headings of the note one level below the section they are in', () => {
    expect(made('## A', '', '### API', '', 'x').body).toContain('\n\n#### Errors\n');
  });

  test('goes on with a list that the section ends with', () => {
    expect(made('## Rollout', '', '- One', '- Two').body).toContain(
      '- Two\n- Opens {on which day},\n  in {which town}.\n',
    );
  });

  test('has a last section for what the template has no place for', () => {
    const { body } = made('## Goals', '', 'Text');
    expect(body).toContain('## Goals\n\nText\n\n## Checklist: Shop\n\n- Calls carry {which key}.\n');
    expect(body).not.toContain('| Call |');
  });
});
