import { describe, expect, it } from 'vitest';
import { placeholdersIn } from '../../../src/document/placeholders';
import { applied, findingsOf, fixedByRule, lines, words } from './linting';

const places = async (ruleId: string, text: string) =>
  (await findingsOf(ruleId, text)).map((finding) => words(text, finding));

describe('an empty section', () => {
  it('is a heading with neither words nor subsections', async () => {
    const text = lines(
      '# T',
      '',
      '## A',
      '',
      '### B',
      '',
      'b',
      '',
      '## C',
      '',
      '<!-- why? -->',
      '',
      '## D',
      '',
      '| x |',
      '| - |',
      '',
    );
    expect(await places('empty-section', text)).toEqual(['## C']);
  });

  it('is not the title above sections of its own depth', async () => {
    expect(await places('empty-section', lines('# Title', '', '# Goals', '', 'g'))).toEqual([]);
  });

  it.each([
    '<!-- toc -->\n<!-- /toc -->',
    '<!-- START doctoc -->\n\n<!-- END doctoc -->',
    '<!-- TOC depthFrom:2 -->',
  ])('is not a table of contents that a tool fills: %j', async (marks) => {
    const text = lines('# T', '', '## Contents', '', marks, '', '## A', '', 'a');
    expect(await places('empty-section', text)).toEqual([]);
  });

  it('is removed by the fix, and what follows stays', async () => {
    const text = lines('# T', '', 't', '', '## A', '', '', '## B', '', 'b', '');
    expect(await fixedByRule('empty-section', text)).toBe(lines('# T', '', 't', '', '## B', '', 'b', ''));
  });

  it('is removed at the end, with one line ending left, as the doc has them', async () => {
    expect(await fixedByRule('empty-section', '# T\n\nt\n\n## A\n')).toBe('# T\n\nt\n');
    expect(await fixedByRule('empty-section', '# T\r\n\r\nt\r\n\r\n## A')).toBe('# T\r\n\r\nt\r\n');
  });

  it('is removed without the link targets and comments below it', async () => {
    const text = lines(
      '# T',
      '',
      'See [a].',
      '',
      '## A',
      '',
      '[a]: https://example.org',
      '',
      '<!-- keep -->',
      '',
    );
    expect(await fixedByRule('empty-section', text)).toBe(
      lines('# T', '', 'See [a].', '', '[a]: https://example.org', '', '<!-- keep -->', ''),
    );
  });

  it('leaves a parent empty only if it was its last word', async () => {
    const text = lines('# T', '', 't', '', '## A', '', '### B', '', '## C', '', 'c', '');
    expect(await places('empty-section', text)).toEqual(['### B']);
    const [finding] = await findingsOf('empty-section', text);
    expect(await places('empty-section', applied(text, finding!.fixes[0]!))).toEqual(['## A']);
  });

  it('may be a heading without words', async () => {
    const [finding] = await findingsOf('empty-section', lines('# T', '', 't', '', '##', '', '## B', '', 'b'));
    expect(finding?.message).toBe('This heading has no words: name what follows, or remove it.');
  });
});

describe('what is still to be written', () => {
  it('is a prompt, with its words in the message', async () => {
    const [finding] = await findingsOf('leftover-placeholder', 'It holds {how\nmany} orders.');
    expect(finding?.message).toBe('Still to be filled in: how many.');
  });

  it('is reported once a sentence, where it stands between marks', async () => {
    expect(await places('leftover-placeholder', 'Kept **{how long}** by {which team}. TBD by whom.')).toEqual(
      ['{how long}', 'TBD'],
    );
  });

  it('is not what is quoted, in code or in an address', async () => {
    const text = lines(
      '> TODO',
      '',
      'Search for `TODO` and [open it](http://host/{which page}), or `GET /{user id}`.',
      '',
      '```',
      'TODO',
      '```',
    );
    expect(await places('leftover-placeholder', text)).toEqual([]);
  });

  it('is found behind code and addresses that only look like it', async () => {
    expect(
      await places('leftover-placeholder', '`TODO` is a mark. See [x](http://h/{a b}), `{c d}` and TODO.'),
    ).toEqual(['TODO']);
  });

  it.each([
    ['TBD', 'Retention: TBD'],
    ['TODO', 'TODO write down who pays.'],
    ['TBD', 'Details of the index (TBD) follow.'],
    ['TBC', 'The limit is TBC with the legal team.'],
    ['TODO', 'Kept for two years, TODO ask the legal team.'],
    ['XXX', '- XXX: who pays?'],
    ['TBD', '| Owner |\n| - |\n| TBD |'],
    ['{team name}', 'Run by “the search team” and {team name}.'],
    ['{c d}', 'A lone { and then {c d}.'],
  ])('is “%s” in %j', async (mark, text) => {
    expect(await places('leftover-placeholder', text)).toEqual([mark]);
  });

  it.each([
    'Users can create TODO items.',
    'We adopt TBD for all services.',
    'Clients answer with error code XXX-123 then.',
    'A TODO-list is a list.',
    'Search for “TODO” in the code.',
    'The push says "Hello {first name}, your order {order id} has shipped."',
    'The push says “Hello {first name}”.',
    'The text is {count, plural, one {# item} other {many items}}.',
    'The key is {tenant id}:{object id}.',
  ])('is nothing in %j', async (text) => {
    expect(await places('leftover-placeholder', text)).toEqual([]);
  });

  it('is not a word that the doc is about', async () => {
    const app = lines('# TODO app', '', 'TODO items are kept for a year.', '', 'A user adds a TODO.');
    expect(await places('leftover-placeholder', app)).toEqual([]);
    const development = lines('# Trunk-based development (TBD)', '', 'TBD keeps branches short.');
    expect(await places('leftover-placeholder', development)).toEqual([]);
    const unfinished = lines('# Order search (TBD)', '', 'TODO write it.');
    expect(await places('leftover-placeholder', unfinished)).toEqual(['TBD', 'TODO']);
  });

  it('is a label of a diagram that is still the template’s, but not a decision in it', async () => {
    const diagram = (label: string) =>
      lines('- Flow:', '', '  ```mermaid', '  flowchart LR', `    a${label} --> b`, '  ```');
    expect(await places('leftover-placeholder', diagram('["{Service}"]'))).toEqual(['{Service}']);
    expect(await places('leftover-placeholder', diagram('{"Is it cached?"}'))).toEqual([]);
  });

  it.each(['{', '{a b} ', 'TODO ', '{ ', '}', '{?', '“{a b} ', '"{a b} '])(
    'is found to the end of a line of 1 MB of “%s”',
    (unit) => {
      const found = placeholdersIn(unit.repeat(1_000_000 / unit.length));
      expect(found.length > 0).toBe(/\w/.test(unit));
    },
  );
});
