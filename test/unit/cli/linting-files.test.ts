import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Workplace, build } from './built';

beforeAll(build, 120_000);
// Every run is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

/** A doc with findings, and a file that has none because a comment says so. */
const TODO = '# A queue\n\nTODO: say why.\n';
const CLEAN = '<!-- design-docs disable -->\n\n# A queue\n\nTODO: say why.\n';

interface Report {
  path: string;
  system: string | null;
  findings: {
    rule: string;
    subject: string | null;
    line: number;
    column: number;
    endLine: number;
    endColumn: number;
    fixable: boolean;
  }[];
}

const reports = (out: string) => JSON.parse(out) as Report[];

describe('many files', () => {
  const names = Array.from({ length: 60 }, (_, i) => `doc-${String(i).padStart(2, '0')}.md`);
  const files = Object.fromEntries(
    names.map((name, i) => [name, `# Queue ${String(i)}\n\n${'A word. '.repeat(i)}\n\nTODO: say why.\n`]),
  );

  it('have the findings that few have, in the order they were named', async () => {
    using place = new Workplace(files);
    const all = await place.run(['lint', '--format', 'json', ...names]);
    expect([all.code, all.err]).toEqual([1, '']);
    const few: Report[] = [];
    for (let i = 0; i < names.length; i += 20) {
      few.push(...reports((await place.run(['lint', '--format', 'json', ...names.slice(i, i + 20)])).out));
    }
    expect(reports(all.out)).toEqual(few);
    expect(few.map(({ path }) => path)).toEqual(names);
  });

  it('are all linted when one cannot be read', async () => {
    using place = new Workplace(files);
    const { code, out, err } = await place.run(['lint', '--format', 'json', 'nope.md', ...names]);
    expect(code).toBe(2);
    expect(err).toContain('cannot read nope.md');
    expect(reports(out).map(({ path }) => path)).toEqual(names);
  });

  it('follow the configuration of their folder and its own knowledge', async () => {
    const concern = [
      '---',
      'title: Ergonomics',
      'summary: How pleasant it is to work with.',
      'question: Who tries it out before it ships?',
      'headings: [ergonomics]',
      'signals: [ergonomic]',
      'stub: "{Who} tries it out."',
      '---',
      '',
      'A note.',
      '',
    ].join('\n');
    using place = new Workplace({
      ...files,
      '.design-docs.yaml': 'rules:\n  leftover-placeholder: off\n',
      '.design-docs/knowledge/concerns/ergonomics.md': concern,
    });
    const found = reports((await place.run(['lint', '--format', 'json', ...names])).out);
    expect(found).toHaveLength(names.length);
    for (const { findings } of found) {
      expect(findings.some(({ subject }) => subject === 'ergonomics')).toBe(true);
      expect(findings.some(({ rule }) => rule === 'leftover-placeholder')).toBe(false);
    }
  });
});

describe('the exit code', () => {
  it('is 0 and nothing is printed when all is clean', async () => {
    using place = new Workplace({ 'a.md': CLEAN });
    expect(await place.run(['lint', 'a.md'])).toEqual({ code: 0, out: '', err: '' });
  });

  it('is 1 when there are findings, one line each with a place to click', async () => {
    using place = new Workplace({ 'a.md': TODO });
    const { code, out, err } = await place.run(['lint', 'a.md']);
    expect([code, err]).toEqual([1, '']);
    expect(out).toMatch(/^a\.md:3:1 warning .*leftover-placeholder$/m);
    expect(out).toMatch(/^\d+ findings \(.*\d+ warnings/m);
  });

  it('is 2 when a file cannot be read; the others are linted all the same', async () => {
    using place = new Workplace({ 'a.md': TODO, 'b.md': CLEAN });
    const { code, out, err } = await place.run(['lint', '--format', 'json', 'a.md', 'nope.md', 'b.md']);
    expect(code).toBe(2);
    expect(err).toBe('design-docs: cannot read nope.md: ENOENT: no such file or directory\n');
    expect(reports(out).map(({ path }) => path)).toEqual(['a.md', 'b.md']);
    expect(reports(out)[0]?.findings.length).toBeGreaterThan(0);
  });

  it.each([
    ['an unknown option', ['lint', '--shout', 'a.md'], "unknown option '--shout'"],
    [
      'an unknown format',
      ['lint', '--format', 'xml', 'a.md'],
      'unknown format “xml”: use text, json, sarif or github',
    ],
    ['an option without its value', ['lint', '--format'], 'argument missing'],
    [
      'an option given twice',
      ['lint', 'a.md', '--format', 'text', '--format', 'json'],
      '--format is given more than once',
    ],
    [
      'a limit that is no number',
      ['lint', 'a.md', '--max-warnings', 'few'],
      '--max-warnings must be a number, 0 or more',
    ],
    [
      'a value that begins with a hyphen',
      ['lint', 'a.md', '--max-warnings', '-1'],
      '--max-warnings needs a value; one that begins with a hyphen is written --max-warnings=VALUE; see',
    ],
    ['an empty name', ['lint', ''], 'cannot read “”: ENOENT'],
    ['no file', ['lint'], 'name at least one Markdown file'],
    ['an unknown command', ['link', 'a.md'], 'there is no command “link”'],
    ['no command', [], 'what is to be done?'],
  ])('is 2 for %s, and says so', async (_name, args, message) => {
    using place = new Workplace({ 'a.md': CLEAN });
    const { code, err } = await place.run(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toMatch(/\n\s+at /);
  });
});

describe('--format json', () => {
  it('is one array of files, with all that is known of each finding', async () => {
    using place = new Workplace({ 'a.md': '# A\n\nWords, TODO here.\n', 'b.md': CLEAN });
    const { out } = await place.run(['lint', '--format=json', 'a.md', 'b.md']);
    const [a, b] = reports(out);
    expect(a?.findings.find(({ rule }) => rule === 'leftover-placeholder')).toEqual({
      rule: 'leftover-placeholder',
      subject: null,
      severity: 'warning',
      message: expect.stringContaining('TODO') as string,
      line: 3,
      column: 8,
      endLine: 3,
      endColumn: 12,
      fixable: false,
    });
    expect(a?.findings.find(({ rule }) => rule === 'missing-goals')).toMatchObject({
      subject: 'goals',
      fixable: true,
    });
    expect(b).toEqual({ path: 'b.md', system: null, findings: [] });
  });

  it('gives the kind of system that a file is about, also from the cache', async () => {
    const named = '---\nsystem: chat-system\n---\n\n# Talk\n\nWords.\n';
    using place = new Workplace({
      'a.md': '# TinyURL clone\n\nWords.\n',
      'b.md': named,
      'c.md': '# Words\n',
    });
    for (const args of [[], ['--cache', '--cache-location=kept'], ['--cache', '--cache-location=kept']]) {
      const { out } = await place.run(['lint', '--format=json', ...args, 'a.md', 'b.md', 'c.md']);
      expect(reports(out).map(({ system }) => system)).toEqual(['url-shortener', 'chat-system', null]);
    }
  });

  it('is an empty array’s worth for a clean file, never an empty output', async () => {
    using place = new Workplace({ 'a.md': CLEAN });
    expect(reports((await place.run(['lint', '--format', 'json', 'a.md'])).out)).toEqual([
      { path: 'a.md', system: null, findings: [] },
    ]);
  });
});

describe('any text a file can hold', () => {
  it('a byte order mark shifts no column', async () => {
    using place = new Workplace({ 'a.md': '\uFEFF---\ntitle: A\n---\n\nTODO\n' });
    const { out } = await place.run(['lint', '--format', 'json', 'a.md']);
    const todo = reports(out)[0]?.findings.find(({ rule }) => rule === 'leftover-placeholder');
    expect(todo).toMatchObject({ line: 5, column: 1, endColumn: 5 });
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['no line ending', 'x'],
    ['what is hardly text', '\u0001\uFFFD# \u{1F680}\r\r\n'],
  ])('%s is linted without a word on standard error', async (_name, text) => {
    using place = new Workplace({ 'a.md': text });
    const { code, err } = await place.run(['lint', '--all-rules', 'a.md']);
    expect(err).toBe('');
    expect(code).toBeLessThan(2);
  });

  it.each([
    ['Latin-1', Buffer.from('# Los\n\nText \xe9\xe8. TODO\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFF# Los\n\nTODO\n', 'utf16le')],
    ['UTF-16 without a byte order mark', Buffer.from('# Los\n\nTODO\n', 'utf16le')],
  ])('%s is refused by name, not mangled by --fix; the others are linted', async (_name, bytes) => {
    for (const args of [[], ['--fix']]) {
      using place = new Workplace({ 'a.md': bytes, 'b.md': CLEAN });
      const { code, out, err } = await place.run(['lint', '--format', 'json', ...args, 'a.md', 'b.md']);
      expect(err).toBe('design-docs: cannot read a.md: it is not UTF-8 text\n');
      expect(reports(out).map(({ path }) => path)).toEqual(['b.md']);
      expect(code).toBe(2);
      expect(readFileSync(join(place.path, 'a.md'))).toEqual(bytes);
    }
  });

  it('another encoding matters only in a design doc', async () => {
    using place = new Workplace({ 'los.md': Buffer.from('\xe9', 'latin1'), 'design/b.md': CLEAN });
    expect(await place.run(['lint', '.'])).toEqual({ code: 0, out: '', err: '' });
  });
});

describe('folders and patterns', () => {
  const files = {
    'docs/design/a.md': TODO,
    'docs/guide.md': TODO,
    'README.md': TODO,
    'node_modules/x/design/b.md': TODO,
  };
  const paths = (out: string) => reports(out).map(({ path }) => path);

  it('a folder stands for the design docs in it', async () => {
    using place = new Workplace(files);
    const { out, code } = await place.run(['lint', '--format', 'json', '.']);
    expect(paths(out)).toEqual(['docs/design/a.md']);
    expect(code).toBe(1);
  });

  it('so does a folder inside the one that makes them design docs', async () => {
    using place = new Workplace({ ...files, '.git/HEAD': '' });
    expect(paths((await place.run(['lint', '--format', 'json', 'docs/design'])).out)).toEqual([
      'docs/design/a.md',
    ]);
  });

  it('a pattern stands for the design docs it matches, without the shell’s help', async () => {
    using place = new Workplace(files);
    expect(paths((await place.run(['lint', '--format', 'json', '**/*.md'])).out)).toEqual([
      'docs/design/a.md',
    ]);
  });

  it('a file that is named is linted wherever it lies, and once', async () => {
    using place = new Workplace(files);
    const { out } = await place.run([
      'lint',
      '--format',
      'json',
      'docs',
      './docs/guide.md',
      'docs/guide.md',
      join(place.path, 'docs/guide.md'),
      'README.md',
    ]);
    expect(paths(out)).toEqual(['docs/design/a.md', 'docs/guide.md', 'README.md']);
  });

  it('front matter makes a file a design doc', async () => {
    using place = new Workplace({ 'notes/a.md': `---\ntype: design-doc\n---\n${TODO}` });
    expect(paths((await place.run(['lint', '--format', 'json', 'notes'])).out)).toEqual(['notes/a.md']);
  });

  it('a pattern with ! in front takes out what it matches, a folder or a file', async () => {
    using place = new Workplace({
      'docs/design/a.md': TODO,
      'docs/design/b.md': TODO,
      'docs/design/old/c.md': TODO,
      'docs/design/old/d.md': TODO,
    });
    const lint = (...args: string[]) => place.run(['lint', '--format', 'json', ...args]);
    const some = await lint('docs/**/*.md', '!docs/design/a.md', '!**/c.md');
    expect(some.err).toBe('');
    expect(paths(some.out)).toEqual(['docs/design/b.md', 'docs/design/old/d.md']);
    expect(paths((await lint('!./docs/design/old/', 'docs', 'docs/design/old/c.md')).out)).toEqual([
      'docs/design/a.md',
      'docs/design/b.md',
    ]);
    expect((await lint('!docs')).err).toContain('name at least one Markdown file');
  });

  it('a folder and a pattern find the same: hidden folders, capitals and linked files too', async () => {
    using place = new Workplace({
      'docs/design/a.md': TODO,
      'docs/design/B.MD': TODO,
      'docs/design/.sub/x.md': TODO,
      'docs/rfc/notes.txt': TODO,
    });
    symlinkSync('../design/a.md', join(place.path, 'docs/rfc/linked.md'));
    symlinkSync('nowhere.md', join(place.path, 'docs/rfc/broken.md'));
    symlinkSync('..', join(place.path, 'docs/rfc/circle'), 'junction');
    const all = ['design/.sub/x.md', 'design/B.MD', 'design/a.md', 'rfc/linked.md'];
    for (const arg of ['docs', 'docs/**/*.md', './docs/*/**/*.md', '{docs,more}/**/*.md']) {
      const { err, out } = await place.run(['lint', '--format', 'json', arg]);
      expect(err).toBe('');
      expect(paths(out).map((path) => path.replace(/^.*docs\//, ''))).toEqual(all);
    }
  });

  it('one that holds no design doc is named, and the code is 2', async () => {
    using place = new Workplace(files);
    const { code, err } = await place.run(['lint', 'docs/*.md', 'docs/design/a.md']);
    expect(code).toBe(2);
    expect(err).toMatch(/^design-docs: no design doc in docs\/\*\.md: /);
  });
});

describe('standard input', () => {
  it('is linted as -, under the name that --stdin-path gives it', async () => {
    using place = new Workplace({ '.design-docs.yaml': 'rules: {leftover-placeholder: off}\n' });
    const { out } = await place.run(['lint', '--format', 'json', '-', '--stdin-path', 'docs/x.md'], TODO);
    expect(reports(out)[0]?.path).toBe('docs/x.md');
    expect(reports(out)[0]?.findings.map(({ rule }) => rule)).not.toContain('leftover-placeholder');
    const plain = await place.run(['lint', '-'], TODO);
    expect(plain.out).toMatch(/^<stdin>:1:1 /);
  });
});

describe('--max-warnings', () => {
  const only = (level: string) => `rules:\n${RULES_OFF}  leftover-placeholder: ${level}\n`;

  it.each([
    ['as many warnings as allowed are no failure', 'warning', '1', 0],
    ['one more is', 'warning', '0', 1],
    ['information never is', 'info', '0', 0],
    ['an error always is', 'error', '5', 1],
  ])('%s', async (_name, level, limit, expected) => {
    using place = new Workplace({ 'a.md': TODO, '.design-docs.yaml': only(level) });
    const { code, out } = await place.run(['lint', 'a.md', '--max-warnings', limit]);
    expect(out).toContain('leftover-placeholder');
    expect(code).toBe(expected);
  });
});

/** Lines of a configuration that switch every other rule off. */
const RULES_OFF = readFileSync(join(import.meta.dirname, '../../../src/rules/index.ts'), 'utf8')
  .match(/(?<=from '\.\/)[a-z-]+(?=')/g)!
  .filter((id) => id !== 'leftover-placeholder' && id !== 'define-rule')
  .map((id) => `  ${id}: off\n`)
  .join('');

describe('--fix', () => {
  it('mends the file, keeps its byte order mark and line endings, and reports what is left', async () => {
    using place = new Workplace({ 'a.md': '\uFEFF# A\r\n\r\nWe cache prices.\r\n' });
    const before = await place.run(['lint', 'a.md', '--format', 'json']);
    const { code, out } = await place.run(['lint', 'a.md', '--format', 'json', '--fix']);
    expect(code).toBe(1);
    const text = readFileSync(join(place.path, 'a.md'), 'utf8');
    expect(text).toMatch(/^\uFEFF# A\r\n/);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).toContain('## Testing\r\n');
    const rules = (json: string) =>
      new Set(reports(json)[0]?.findings.map(({ rule, subject }) => `${rule}:${String(subject)}`));
    expect(rules(before.out)).toContain('missing-concern:security');
    expect(rules(out)).not.toContain('missing-concern:security');
  });

  it('adds nothing twice: a second run changes nothing', async () => {
    using place = new Workplace({ 'a.md': '# A\n\nWe cache prices.\n' });
    await place.run(['lint', 'a.md', '--fix']);
    const once = readFileSync(join(place.path, 'a.md'), 'utf8');
    await place.run(['lint', 'a.md', '--fix']);
    expect(readFileSync(join(place.path, 'a.md'), 'utf8')).toBe(once);
    const headings = once.split('\n').filter((line) => line.startsWith('#'));
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('deletes and rewrites nothing: a heading without text and a figure that does not fit stay', async () => {
    const written = [
      '# Save',
      '',
      '## Payment flow',
      '',
      '## Availability',
      '',
      'We promise 99.9 % availability, at most 5 minutes of downtime a month.',
    ];
    using place = new Workplace({ 'a.md': `${written.join('\n\n')}\n` });
    const { code, out } = await place.run(['lint', 'a.md', '--format', 'json', '--fix']);
    expect(code).toBe(1);
    const lines = readFileSync(join(place.path, 'a.md'), 'utf8').split('\n');
    expect(written.filter((line) => !lines.includes(line))).toEqual([]);
    const left = reports(out)[0]?.findings.filter(({ rule }) =>
      ['empty-section', 'availability-arithmetic'].includes(rule),
    );
    expect(left?.map(({ rule, fixable }) => [rule, fixable])).toEqual([
      ['empty-section', false],
      ['availability-arithmetic', false],
    ]);
  });

  it('takes out a comment that suppresses nothing, and leaves one whose rule may be misspelt', async () => {
    const text = '# A\n\n<!-- design-docs disable missing-gaols mermaid-syntax -->\n\nWe cache prices.\n';
    using place = new Workplace({ 'a.md': text });
    await place.run(['lint', 'a.md', '--fix']);
    expect(readFileSync(join(place.path, 'a.md'), 'utf8')).toContain(
      '<!-- design-docs disable missing-gaols -->',
    );
  });

  it('is refused for standard input', async () => {
    using place = new Workplace();
    expect((await place.run(['lint', '-', '--fix'], TODO)).code).toBe(2);
  });
});
