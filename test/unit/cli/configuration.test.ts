import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Workplace, build } from './built';

beforeAll(build, 120_000);
// Every run is a process of its own.
vi.setConfig({ testTimeout: 60_000 });

const TODO = '# A queue\n\nTODO: say why.\n';
const rulesOf = (out: string) =>
  (JSON.parse(out) as { findings: { rule: string; severity: string }[] }[]).map(
    ({ findings }) => findings.find(({ rule }) => rule === 'leftover-placeholder')?.severity,
  );
const level = (name: string) => `rules:\n  leftover-placeholder: ${name}\n`;

describe('the nearest configuration up the tree', () => {
  it('holds for a file, alone', async () => {
    using place = new Workplace({
      '.design-docs.yaml': level('error'),
      'a.md': TODO,
      'pkg/.design-docs.json': JSON.stringify({ rules: { 'leftover-placeholder': 'info' } }),
      'pkg/deep/b.md': TODO,
    });
    const { out } = await place.run(['lint', '--format', 'json', 'a.md', 'pkg/deep/b.md']);
    expect(rulesOf(out)).toEqual(['error', 'info']);
  });

  it('gives way to --config and is overruled by --all-rules', async () => {
    using place = new Workplace({
      '.design-docs.yml': level('off'),
      'other.yaml': level('error'),
      'a.md': TODO,
    });
    expect(rulesOf((await place.run(['lint', '--format', 'json', 'a.md'])).out)).toEqual([undefined]);
    expect(
      rulesOf((await place.run(['lint', '--format', 'json', 'a.md', '--config', 'other.yaml'])).out),
    ).toEqual(['error']);
    expect(rulesOf((await place.run(['lint', '--format', 'json', 'a.md', '--all-rules'])).out)).toEqual([
      'info',
    ]);
  });

  it('says which files are design docs, relative to its folder', async () => {
    using place = new Workplace({
      'pkg/.design-docs.yaml': 'include: [specs/**]\nexclude: [specs/old/**]\n',
      'pkg/specs/a.md': TODO,
      'pkg/specs/old/b.md': TODO,
      'pkg/design/c.md': TODO,
    });
    const { out } = await place.run(['lint', '--format', 'json', 'pkg']);
    expect((JSON.parse(out) as { path: string }[]).map(({ path }) => path)).toEqual(['pkg/specs/a.md']);
  });
});

describe('--config', () => {
  const paths = (out: string) => (JSON.parse(out) as { path: string }[]).map(({ path }) => path);

  it('may lie outside the repository: which files are meant is relative to the repository', async () => {
    using place = new Workplace({
      'shared/rules.yaml': `${level('error')}include: [specs/**]\n`,
      'shared/plain.yaml': level('error'),
      'repo/.git/HEAD': '',
      'repo/design/a.md': TODO,
      'repo/specs/b.md': TODO,
    });
    const run = (config: string, ...args: string[]) =>
      place.run(['lint', '--format', 'json', '--config', `shared/${config}.yaml`, ...args]);
    const plain = await run('plain', 'repo');
    expect(plain.err).toBe('');
    expect(paths(plain.out)).toEqual(['repo/design/a.md']);
    expect(rulesOf(plain.out)).toEqual(['error']);
    expect(paths((await run('rules', 'repo')).out)).toEqual(['repo/specs/b.md']);
  });

  it('without a repository they are relative to the working folder', async () => {
    using place = new Workplace({ 'ci/rules.yaml': 'include: [specs/**]\n', 'specs/b.md': TODO });
    const { out } = await place.run(['lint', '--format', 'json', '--config', 'ci/rules.yaml', '.']);
    expect(paths(out)).toEqual(['specs/b.md']);
  });
});

it('a folder outside the working folder is looked through as any other', async () => {
  using place = new Workplace({ 'here/x.md': TODO, 'there/design/a.md': TODO, 'there/b.md': TODO });
  const { code, err, out } = await place.run(['lint', '--format', 'text', '../there'], undefined, 'here');
  expect([code, err]).toEqual([1, '']);
  expect(out).toMatch(/^\.\.\/there\/design\/a\.md:3:1 /m);
  expect(out).not.toContain('b.md');
});

describe('a mistake in it', () => {
  it('is named with its place on standard error, once, and the rest holds', async () => {
    using place = new Workplace({
      '.design-docs.yaml': `${level('error')}  missing-goal: off\n`,
      'a.md': TODO,
      'b.md': TODO,
    });
    const { out, err, code } = await place.run(['lint', '--format', 'json', 'a.md', 'b.md']);
    expect(err).toBe(
      'design-docs: .design-docs.yaml:3:3 There is no rule “missing-goal”. Did you mean “missing-goals”?\n',
    );
    expect(rulesOf(out)).toEqual(['error', 'error']);
    expect(code).toBe(1);
  });

  it('that is a file which is not there ends with 2', async () => {
    using place = new Workplace({ 'a.md': TODO });
    const { code, err } = await place.run(['lint', 'a.md', '--config', 'nope.yaml']);
    expect(code).toBe(2);
    expect(err).toMatch(/^design-docs: a\.md: cannot read the configuration nope\.yaml: ENOENT/);
  });
});

it('--print-config shows what holds for a file and where it comes from', async () => {
  using place = new Workplace({ 'pkg/.design-docs.yaml': `${level('error')}concerns: {cost: off}\n` });
  const { code, out } = await place.run(['lint', '--print-config', 'pkg/a.md']);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    file: 'pkg/a.md',
    config: 'pkg/.design-docs.yaml',
    rules: { 'leftover-placeholder': 'error', 'mermaid-syntax': 'error' },
    concerns: { cost: 'off', compliance: 'off', availability: 'info', security: 'warning' },
    include: expect.arrayContaining(['**/*.design.md']) as string[],
  });
});

it('--print-config says what a level of missing-concern does to each concern', async () => {
  using place = new Workplace({
    '.design-docs.yaml': 'rules: {missing-concern: error}\nconcerns: {latency: off}\n',
    'off/.design-docs.yaml': 'rules: {missing-concern: off}\n',
  });
  const concerns = async (path: string) =>
    JSON.parse((await place.run(['lint', '--print-config', path])).out) as object;
  expect(await concerns('a.md')).toMatchObject({
    concerns: { cost: 'error', availability: 'error', latency: 'off' },
  });
  expect(await concerns('off/a.md')).toMatchObject({ concerns: { cost: 'off', security: 'off' } });
});

describe('knowledge of one’s own', () => {
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
  ].join('\n');

  it('beside the configuration adds a concern', async () => {
    using place = new Workplace({
      '.design-docs.yaml': 'concerns: {ergonomics: error}\n',
      '.design-docs/knowledge/concerns/ergonomics.md': concern,
      'a.md': '# A\n\nWords.\n',
    });
    const { out, err } = await place.run(['lint', 'a.md']);
    expect(err).toBe('');
    expect(out).toMatch(
      /^a\.md:1:1 error .*Who tries it out before it ships\? missing-concern \(ergonomics\)$/m,
    );
  });

  it('holds wherever the configuration lies: the nearest folder up the tree', async () => {
    using place = new Workplace({
      '.git/HEAD': '',
      '.design-docs/knowledge/concerns/ergonomics.md': concern,
      'docs/.design-docs.yaml': 'concerns: {ergonomics: error}\n',
      'docs/design/a.md': '# A\n\nWords.\n',
      'pkg/.design-docs/knowledge/concerns/taste.md': concern.replace('Ergonomics', 'Taste'),
      'pkg/b.md': '# B\n\nWords.\n',
    });
    const nested = await place.run(['lint', 'docs/design']);
    expect(nested.err).toBe('');
    expect(nested.out).toContain('missing-concern (ergonomics)');
    const given = await place.run(['lint', '--config', 'docs/.design-docs.yaml', 'docs/design/a.md']);
    expect(given.err).toBe('');
    expect(given.out).toContain('missing-concern (ergonomics)');
    const nearer = await place.run(['lint', 'pkg/b.md']);
    expect(nearer.out).toContain('missing-concern (taste)');
    expect(nearer.out).not.toContain('ergonomics');
  });

  it('with a mistake is named with its line', async () => {
    using place = new Workplace({
      '.design-docs/knowledge/concerns/ergonomics.md': concern.replace('question:', 'qeustion:'),
      '.git/HEAD': '',
      'a.md': TODO,
    });
    const { err } = await place.run(['lint', 'a.md']);
    expect(err).toMatch(/^design-docs: \.design-docs\/knowledge\/concerns\/ergonomics\.md:\d+ .*qeustion/m);
  });
});

describe('--cache', () => {
  it('finds the same the second time, and anew what has changed', async () => {
    using place = new Workplace({ 'a.md': TODO, 'b.md': TODO });
    const args = ['lint', 'a.md', 'b.md', '--cache-location', 'cache'];
    const first = await place.run(args);
    const cache = join(place.path, 'cache/findings.json');
    const cached = readFileSync(cache, 'utf8');
    expect((await place.run(args)).out).toBe(first.out);
    // What the cache says is what is printed: so the files were not linted again.
    writeFileSync(cache, cached.replaceAll('is left here', 'was remembered'));
    expect((await place.run(args)).out).toContain('was remembered');
    place.write('a.md', `${TODO}\n`);
    const [a, b] = (await place.run(args)).out
      .split('\n')
      .filter((line) => line.includes('leftover-placeholder'));
    expect(a).toContain('is left here');
    expect(b).toContain('was remembered');
  });

  it('is no longer used once the configuration changes', async () => {
    using place = new Workplace({ 'a.md': TODO });
    const args = ['lint', 'a.md', '--format', 'json', '--cache'];
    expect(rulesOf((await place.run(args)).out)).toEqual(['warning']);
    expect(readFileSync(join(place.path, 'node_modules/.cache/design-docs/findings.json'), 'utf8')).toContain(
      'a.md',
    );
    place.write('.design-docs.yaml', level('error'));
    expect(rulesOf((await place.run(args)).out)).toEqual(['error']);
  });

  it('that is damaged is an empty one', async () => {
    using place = new Workplace({ 'a.md': TODO, 'cache/findings.json': '{"x": 3' });
    const run = () => place.run(['lint', 'a.md', '--cache-location', 'cache']);
    const { code, err, out } = await run();
    expect([code, err]).toEqual([1, '']);
    const cache = join(place.path, 'cache/findings.json');
    const entries = JSON.parse(readFileSync(cache, 'utf8')) as Record<string, object>;
    for (const findings of [[null], [{ rule: 'x' }], [[]]]) {
      const foreign = Object.entries(entries).map(([path, entry]) => [path, { ...entry, findings }]);
      writeFileSync(cache, JSON.stringify(Object.fromEntries(foreign)));
      expect(await run()).toEqual({ code, err, out });
    }
  });
});
