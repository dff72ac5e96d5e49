import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({
  // The texts below are in no TypeScript project, and these rules need no types.
  overrideConfig: [tseslint.configs.disableTypeChecked],
});

/** Messages of the rules that keep rooms apart, for a text that stands in the given file. */
async function complaints(file: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? [])
    .filter((it) => it.fatal === true || it.ruleId?.startsWith('no-restricted-') === true)
    .map((it) => it.message);
}

describe.each(['document', 'knowledge', 'rules', 'lint', 'diagrams', 'templates'])('src/%s', (room) => {
  test('may not import vscode', async () => {
    const found = await complaints(`src/${room}/new.ts`, "import * as vscode from 'vscode';\nvscode;\n");
    expect(found).toEqual([expect.stringContaining('knows no editor')]);
  });

  test('may not import what only Node has', async () => {
    const found = await complaints(
      `src/${room}/deep/new.ts`,
      "export { readFile } from 'node:fs/promises';\n",
    );
    expect(found).toEqual([expect.stringContaining('FileSource')]);
  });

  test('may not use the DOM or Node through globals', async () => {
    const found = await complaints(`src/${room}/new.ts`, 'document.title = process.cwd();\n');
    expect(found).toHaveLength(2);
  });

  test('may name its own things as the DOM does', async () => {
    const text = 'export const titleOf = (document: { title: string }) => document.title;\n';
    expect(await complaints(`src/${room}/new.ts`, text)).toEqual([]);
  });
});

describe('src/webview', () => {
  test('shares the messages with the extension', async () => {
    const text = "import type { ToPage } from '../preview/protocol';\nexport type It = ToPage;\n";
    expect(await complaints('src/webview/new.ts', text)).toEqual([]);
  });

  test.each(['../editor/linter', '../preview/panel', '../preview/protocol-helpers', 'vscode', 'node:path'])(
    'may not import %s',
    async (from) => {
      expect(await complaints('src/webview/new.ts', `export * from '${from}';\n`)).toHaveLength(1);
    },
  );

  test('may use the DOM', async () => {
    expect(await complaints('src/webview/new.ts', "document.title = '';\n")).toEqual([]);
  });
});

test('the editor room may import vscode and Node', async () => {
  const text = "export * from 'vscode';\nexport * from 'node:path';\n";
  expect(await complaints('src/editor/new.ts', text)).toEqual([]);
});
