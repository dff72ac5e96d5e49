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
    expect(err).toContain('cannot read the configuration nope.yaml');
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
    concerns: { cost: 'off' },
    include: expect.arrayContaining(['**/*.design.md']) as string[],
  });
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
    const { code, err } = await place.run(['lint', 'a.md', '--cache-location', 'cache']);
    expect([code, err]).toEqual([1, '']);
  });
});
