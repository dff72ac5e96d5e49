import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const texts = JSON.parse(read('package.nls.json')) as Record<string, string>;
const manifest = JSON.parse(read('package.json')) as {
  version: string;
  contributes: {
    configuration: { properties: Record<string, unknown> };
    commands: { command: string; title: string }[];
  };
};

test('every setting is in the README', () => {
  const settings = Object.keys(manifest.contributes.configuration.properties);
  expect(settings.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('the README names no setting that there is not', () => {
  const named = [...readme.matchAll(/`(designDocs\.[\w.]+)`/g)].map(([, name]) => name ?? '');
  const settings = Object.keys(manifest.contributes.configuration.properties);
  expect(named.filter((name) => !settings.includes(name))).toEqual([]);
});

test('every command is in the README or the CHANGELOG by its title', () => {
  const titles = manifest.contributes.commands.map(({ title }) => texts[title.replaceAll('%', '')] ?? title);
  const said = `${readme}\n${read('CHANGELOG.md')}`.toLowerCase();
  expect(titles.filter((title) => !said.includes(title.toLowerCase().replace('…', '')))).toEqual([]);
});

test('the CHANGELOG begins with the version of the package', () => {
  expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(manifest.version);
});

test('every file that the README leads to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, path]) => path ?? '');
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
