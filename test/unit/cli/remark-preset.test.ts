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

it('reports what the command line reports, each rule by its name', async () => {
  const { code, err } = await remark(`export { default } from 'design-docs/remark';`);
  expect(code).toBe(1);
  expect(err).toMatch(/^9:3-9:7\s+warning .*leftover-placeholder\s+design-docs$/m);
  expect(err).toMatch(/^5:1-5:10\s+warning .*missing-alternatives\s+design-docs$/m);
  expect(err).not.toMatch(/^13:/m);
});

it('lets a rule be switched off, and made an error', async () => {
  const { err } = await remark(
    `import designDocs, { rules } from 'design-docs/remark';
     export default { plugins: [
       designDocs,
       [rules['missing-alternatives'], false],
       [rules['leftover-placeholder'], ['error']],
     ] };`,
  );
  expect(err).toMatch(/^9:3-9:7\s+error .*leftover-placeholder/m);
  expect(err).not.toContain('missing-alternatives');
});

it('says when a comment is of no use', async () => {
  const { err } = await remark(
    `export { default } from 'design-docs/remark';`,
    '# A\n\n<!-- design-docs ignore mermaid-syntax -->\n\nWords.\n',
  );
  expect(err).toMatch(/^3:\d+-3:\d+\s+info .*unused-suppression\s+design-docs$/m);
});
