import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { current, oldest } from '../../server/versions';

interface Manifest {
  readonly version: string;
  readonly engines: { readonly vscode: string };
}

async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(`${folder}/package.json`, 'utf8')) as Manifest;
}

/** Major and minor of a version: `1.100`. */
function line(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}

test('the oldest VS Code that package.json promises is one that the tests run in', async () => {
  expect((await manifestOf('.')).engines.vscode).toBe(`^${line(oldest.vscode)}.0`);
});

test('the code is checked against the API of that VS Code, and no newer one', async () => {
  expect(line((await manifestOf('node_modules/@types/vscode')).version)).toBe(line(oldest.vscode));
});

test('a version of VS Code and the package that carries its server go together', () => {
  for (const host of [current, oldest]) {
    expect(host.codeServer.replace(/^4\./, '1.')).toBe(host.vscode);
  }
});
