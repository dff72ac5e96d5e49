import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, quickPicks, screenshot, searchCommands } from './actions';
import { openWindow, type Window } from './window';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category: string;
    }[];
    readonly menus?: {
      readonly commandPalette?: readonly { readonly command: string; readonly when?: string }[];
    };
  };
}

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

test('the command palette lists the commands of the extension, all in one category', async () => {
  const { page } = window;
  await openFile(page, 'docs/design/0001-short-links.md');
  await searchCommands(page, 'Design Docs: ');
  for (const title of await titlesInPalette()) {
    await quickPicks(page)
      .filter({ hasText: `Design Docs: ${title}` })
      .waitFor();
  }
  await screenshot(page, 'command-palette');
});

test('opening a design doc leaves no error on the console', () => {
  expect(window.errors).toEqual([]);
});

/** The titles that package.json promises, without the commands it hides from the palette. */
async function titlesInPalette(): Promise<string[]> {
  const manifest = JSON.parse(await readFile('package.json', 'utf8')) as Manifest;
  const titles = JSON.parse(await readFile('package.nls.json', 'utf8')) as Record<string, string>;
  const { commands, menus } = manifest.contributes;
  const hidden = (menus?.commandPalette ?? []).filter((it) => it.when === 'false').map((it) => it.command);
  return commands
    .filter((it) => !hidden.includes(it.command))
    .map((it) => it.title.replace(/^%(.+)%$/, (key, name: string) => titles[name] ?? key));
}
