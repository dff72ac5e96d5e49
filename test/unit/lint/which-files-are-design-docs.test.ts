import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { configuredPatterns, isDesignDocFile } from '../../../src/lint/design-doc-files';

const TEMPLATES = new Set(['system-design', 'adr']);
const isDesignDoc = (path: string | undefined, text = '# A doc\n') =>
  isDesignDocFile(path, parseDesignDoc(text).frontMatter, TEMPLATES);

describe('by its place, a Markdown file is a design doc', () => {
  it.each([
    'docs/design/0001-cache.md',
    'design/a/b/c.md',
    'RFCs/12-x.md',
    'adr/0003-queue.md',
    'keps/sig-a/12-x/doc.md',
    'api/search.design.md',
    'pkg/DESIGN.md',
  ])('%s', (path) => {
    expect(isDesignDoc(path)).toBe(true);
  });

  it.each([
    'README.md',
    'docs/design/README.md',
    'docs/guide.md',
    'docs/designer.md',
    'rfcs/0000-template.md',
    'docs/design/index.md',
    'CHANGELOG.md',
  ])('but not %s', (path) => {
    expect(isDesignDoc(path)).toBe(false);
  });
});

describe('what its front matter says goes before its place', () => {
  it('`type: design-doc` makes it one anywhere', () => {
    expect(isDesignDoc('README.md', '---\ntype: design-doc\n---\n# A\n')).toBe(true);
    expect(isDesignDoc(undefined, '---\ntype: design-doc\n---\n# A\n')).toBe(true);
  });

  it('another type makes it none', () => {
    expect(isDesignDoc('docs/design/a.md', '---\ntype: tutorial\n---\n# A\n')).toBe(false);
  });

  it('a template of ours makes it one, another tool’s does not', () => {
    expect(isDesignDoc('notes/a.md', '---\ntemplate: adr\n---\n# A\n')).toBe(true);
    expect(isDesignDoc('notes/a.md', '---\ntemplate: landing-page\n---\n# A\n')).toBe(false);
  });
});

it('an untitled file without front matter is none', () => {
  expect(isDesignDoc(undefined)).toBe(false);
});

describe('what a configuration file includes and excludes', () => {
  const found = (path: string, folder: string, config: { include?: string[]; exclude?: string[] }) =>
    isDesignDocFile(path, undefined, TEMPLATES, configuredPatterns(folder, config));

  it.each<[string, boolean, string, string, { include?: string[]; exclude?: string[] }]>([
    ['takes the place of the default', false, 'design/a.md', '', { include: ['specs/**'] }],
    ['is relative to its folder', true, 'pkg/specs/a.md', 'pkg', { include: ['specs/**'] }],
    ['is not for what lies beside it', false, 'specs/a.md', 'pkg', { include: ['specs/**'] }],
    ['is taken out again by `!`', false, 'specs/old/a.md', '', { include: ['**/*.md', '!specs/old/**'] }],
    ['stays what `!` does not match', true, 'specs/a.md', '', { include: ['**/*.md', '!specs/old/**'] }],
    ['below its folder as well', false, 'pkg/old/a.md', 'pkg', { include: ['**/*.md', '!old/**'] }],
    ['may begin with a choice of names', true, 'c.md', '', { include: ['!(a|b).md'] }],
    ['is excluded', false, 'design/old/a.md', '', { exclude: ['design/old/**'] }],
    ['besides READMEs and templates', false, 'design/README.md', '', { exclude: ['design/old/**'] }],
    ['unless `!` says otherwise', true, 'design/README.md', '', { exclude: ['!**/README.md'] }],
  ])('%s: %s for %s', (_name, expected, path, folder, config) => {
    expect(found(path, folder, config)).toBe(expected);
  });

  it('goes before what holds otherwise, each for itself', () => {
    const settings = { include: ['notes/**'], exclude: ['notes/old/**'] };
    expect(configuredPatterns('', {}, settings)).toEqual(settings);
    expect(configuredPatterns('', { include: ['a'] }, settings)).toEqual({ ...settings, include: ['a'] });
  });
});
