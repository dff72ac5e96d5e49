import { expect, test } from 'vitest';
import { parseTemplate } from '../../../src/templates/parse-template';

const parse = (...lines: string[]) => parseTemplate('mine', lines.join('\n'), ['goals', 'api']);

test('a template has a name and a description in its front matter; other keys go to the docs made from it', () => {
  expect(
    parse('---', 'name: Mine', 'description: Ours.', 'status: idea', 'team: [a]', '---', '# {title}'),
  ).toMatchObject({
    id: 'mine',
    name: 'Mine',
    description: 'Ours.',
    frontMatter: { status: 'idea', team: ['a'] },
  });
});

test('a description and a place in the list are not needed', () => {
  const template = parse('---', 'name: Mine', '---', '# {title}');
  expect(template).toMatchObject({ name: 'Mine', description: '', order: Infinity });
});

test('a byte order mark and Windows line ends do no harm', () => {
  const template = parseTemplate(
    'mine',
    '\uFEFF---\r\nname: Mine\r\n---\r\n\r\n# {title}\r\n\r\nText\r\n',
    [],
  );
  expect(template).toMatchObject({ sections: [{ depth: 0 }, { heading: '# {title}', body: 'Text' }] });
});

test('a comment below a heading says which parts of a doc the section is', () => {
  const template = parse(
    '---',
    'name: Mine',
    '---',
    '# {title}',
    '## Contract',
    '<!-- parts: api, * -->',
    '',
    'Text',
  );
  expect(template).toMatchObject({
    sections: [{}, {}, { title: 'Contract', parts: ['api', '*'], body: 'Text' }],
  });
});

test.each([
  [['# {title}'], 'no-front-matter', ''],
  [['---', 'description: x', '---', '# {title}'], 'no-name', ''],
  [['---', 'name: 5', '---', '# {title}'], 'no-name', ''],
  [['---', 'name: a', 'description: [b]', '---', '# {title}'], 'description-not-text', ''],
  [['---', 'name: a', 'order: first', '---', '# {title}'], 'order-not-a-number', ''],
  [['---', 'name: a', '---', 'No heading'], 'no-title-heading', ''],
  [['---', 'name: a', '---', '# {title}', '## A', '<!-- part: gaols -->'], 'unknown-part', 'gaols'],
])('%j is broken: %s', (lines, reason, about) => {
  expect(parse(...lines)).toEqual({ id: 'mine', reason, about });
});

test('front matter that is no YAML is broken, in the words of the parser', () => {
  expect(parse('---', 'name: [a', '---', '# {title}')).toMatchObject({ reason: 'front-matter-unreadable' });
});
