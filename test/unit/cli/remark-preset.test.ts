import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { Workplace, build, root } from './built';

beforeAll(build, 120_000);
vi.setConfig({ testTimeout: 60_000 });

const DOC = [
  '---',
  'title: A queue',
  '---',
  '',
  '# A queue',
  '',
  '| a | b |',
  '| - | - |',
  '| TODO | x |',
  '',
  '<!-- design-docs ignore leftover-placeholder -->',
  '',
  'TODO',
  '',
].join('\n');

/** Runs remark-cli over a doc, with this package installed as design-docs. */
async function remark(config: string, doc = DOC) {
  using place = new Workplace({ '.remarkrc.mjs': config, 'doc.md': doc });
  mkdirSync(join(place.path, 'node_modules'));
  symlinkSync(root, join(place.path, 'node_modules/design-docs'), 'junction');
  const cli = join(root, 'node_modules/remark-cli/cli.js');
  return await place.node([cli, 'doc.md', '--frail', '--no-stdout', '--no-color']);
}

/** A doc about which the linter has something to say at every level. */
const MIXED = [
  '# Order search',
  '',
  '## Goals',
  '',
  '## Design',
  '',
  'We should make searching fast and reliable. Orders are kept in an index, which has to fit into a budget.',
  '',
  '<!-- design-docs ignore leftover-placeholder -->',
  '',
  'TODO: draw it.',
  '',
  '```mermaid',
  'flowchart LR',
  '  a --',
  '```',
  '',
].join('\n');

/** What remark says, as `line:column level rule`. */
function said(out: string): string[] {
  return [...out.matchAll(/^(\d+:\d+)-\S+\s+(\w+)\s.*?([\w-]+)\s+design-docs$/gm)].map(
    ([, place, level, rule]) => `${place ?? ''} ${level ?? ''} ${rule ?? ''}`,
  );
}

it.each([
  ['a doc with findings of every level', MIXED],
  ['a decision record', '# Use a queue\n\n## Decision\n\nWe use a queue, as calls must not wait.\n'],
  ['a doc about a known kind of system', '# Payment system\n\n## Goals\n\n- Money is moved once.\n'],
])('says of %s what the command line says, at the same levels', async (_name, doc) => {
  const { err } = await remark(`export { default } from 'design-docs/remark';`, doc);
  using place = new Workplace({ 'doc.md': doc });
  const { out } = await place.run(['lint', 'doc.md']);
  const lines = [...out.matchAll(/^doc\.md:(\d+:\d+) (\w+) .*?([\w-]+)(?: \([\w-]+\))?$/gm)];
  expect(lines.length).toBeGreaterThan(2);
  expect(said(err).sort()).toEqual(lines.map((line) => line.slice(1).join(' ')).sort());
});

it('reports each rule by its name', async () => {
  const { code, err } = await remark(`export { default } from 'design-docs/remark';`);
  expect(code).toBe(1);
  expect(err).toMatch(/^9:3-9:7\s+warning .*leftover-placeholder\s+design-docs$/m);
  expect(err).toMatch(/^5:1-5:10\s+warning .*missing-alternatives\s+design-docs$/m);
  expect(err).not.toMatch(/^13:/m);
});

it('lets a rule be switched off, and given a level', async () => {
  const { err } = await remark(
    `import designDocs, { rules } from 'design-docs/remark';
     export default { plugins: [
       designDocs,
       [rules['missing-alternatives'], false],
       [rules['missing-tradeoffs'], ['off']],
       [rules['leftover-placeholder'], ['error']],
       [rules['missing-testing'], ['warning']],
       [rules['missing-goals'], 'info'],
     ] };`,
  );
  expect(said(err)).toEqual(
    expect.arrayContaining([
      '9:3 error leftover-placeholder',
      '5:1 warning missing-testing',
      '5:1 info missing-goals',
    ]),
  );
  expect(err).not.toMatch(/missing-alternatives|missing-tradeoffs/);
});

it('names a level that there is not', async () => {
  const { code, err } = await remark(
    `import designDocs, { rules } from 'design-docs/remark';
     export default { plugins: [designDocs, [rules['missing-goals'], ['loud']]] };`,
  );
  expect(code).toBe(1);
  expect(err).toContain('design-docs:missing-goals has no level "loud": use off, info, warning, error.');
});

it('a rule that is put in after the preset is like any other', async () => {
  const config = `import designDocs, { rules } from 'design-docs/remark';
    export default { plugins: [designDocs, [rules['weak-wording'], { should: true }]] };`;
  const doc = (comment: string) => `# A\n\n## Requirements\n\n${comment}\n\nIt should be quick.\n`;
  expect(said((await remark(config, doc('Words.'))).err)).toContain('7:4 warning weak-wording');
  const silenced = await remark(config, doc('<!-- design-docs ignore weak-wording -->'));
  expect(silenced.err).not.toMatch(/weak-wording|unused-suppression/);
});

it('a rule alone, without the preset, is run as well', async () => {
  const { err } = await remark(
    `import { rules } from 'design-docs/remark'; export default { plugins: [rules['leftover-placeholder']] };`,
  );
  expect(said(err)).toEqual(['9:3 warning leftover-placeholder']);
});

it('leaves comments about a rule alone that is switched off; so may be the rules about comments', async () => {
  const config = (...off: string[]) =>
    `import designDocs, { rules } from 'design-docs/remark';
     export default { plugins: [designDocs, ${off.map((id) => `[rules['${id}'], false]`).join(', ')}] };`;
  const doc = '<!-- design-docs disable missing-testing -->\n\n# A\n\nWe test it with a million orders.\n';
  const kept = '<!-- design-docs ignore mermaid-syntax -->\n\n# A\n\nWords.\n';
  expect((await remark(config('missing-testing'), doc)).err).not.toContain('unused-suppression');
  expect((await remark(config('unused-suppression'), kept)).err).not.toContain('unused-suppression');
});

it('says when a comment is of no use', async () => {
  const { err } = await remark(
    `export { default } from 'design-docs/remark';`,
    '# A\n\n<!-- design-docs ignore mermaid-syntax -->\n\nWords.\n',
  );
  expect(err).toMatch(/^3:\d+-3:\d+\s+info .*unused-suppression\s+design-docs$/m);
});
