import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, quickPicks, screenshot, searchCommands } from './actions';
import { openWindow, type Window } from './window';

let window: Window;
beforeAll(async () => {
  window = await openWindow();
});
afterAll(() => window.close());

test('the command palette lists the commands of the extension in one category', async () => {
  const { page } = window;
  await openFile(page, 'docs/design/0001-short-links.md');
  await searchCommands(page, 'Design Docs: ');
  for (const title of ['New Design Doc…', 'Insert Building Block…', 'Open Diagrams and Notes to the Side']) {
    await quickPicks(page)
      .filter({ hasText: `Design Docs: ${title}` })
      .waitFor();
  }
  await screenshot(page, 'command-palette');
});

test('nothing it does at its start is an error', () => {
  expect(window.errors).toEqual([]);
});
