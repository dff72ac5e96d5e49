import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { afterEach, expect, test } from 'vitest';
import { activeEditor, goTo, openFile, quickPicks, runCommand, screenshot, type, webview } from './actions';
import { openWindow, type Window } from './window';

let window: Window;
afterEach(() => window.close());

/** Opens a design doc of a window's own. */
async function openDoc(...lines: string[]): Promise<void> {
  await writeFile(join(window.folder, 'docs/design/0009-mine.md'), lines.join('\n'));
  await openFile(window.page, 'docs/design/0009-mine.md');
}

const DOC = [
  '# Mine',
  '',
  'Reads go through cache-aside.',
  '',
  '## Quality requirements',
  '',
  '',
  '',
  '## Architecture',
  '',
  '',
];

test('a building block is found by another of its names and inserted with its diagram', async () => {
  window = await openWindow();
  const { page } = window;
  await openDoc(...DOC);
  await goTo(page, 11);
  await runCommand(page, 'Design Docs: Insert Building Block…');
  await quickPicks(page).filter({ hasText: 'API gateway' }).waitFor();
  await type(page, 'lazy loading');
  await quickPicks(page).filter({ hasText: 'Cache-aside' }).waitFor();
  await screenshot(page, 'building-block-pick');
  await page.keyboard.press('Enter');
  await activeEditor(page)
    .locator('.view-line')
    .filter({ hasText: /###.Cache-aside/ })
    .waitFor();
  await screenshot(page, 'building-block-inserted');
});

test('unanswered concerns are completed in the requirements', async () => {
  window = await openWindow({ theme: 'light' });
  const { page } = window;
  await openDoc(...DOC);
  await goTo(page, 7);
  await page.keyboard.press('Control+Space');
  const suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
  await suggestions.filter({ hasText: 'not answered yet' }).first().waitFor();
  await type(page, 'durab');
  await screenshot(page, 'completion-concerns');
  await page.keyboard.press('Enter');
  await activeEditor(page)
    .locator('.view-line')
    .filter({ hasText: /Durability/ })
    .waitFor();
  await screenshot(page, 'completion-concern-inserted');
});

test('a note’s first lines are shown over its term', async () => {
  window = await openWindow();
  const { page } = window;
  await openDoc(...DOC);
  await goTo(page, 3, 20);
  const hover = page.locator('.monaco-hover').filter({ hasText: 'Open the note beside the diagrams' });
  const note = webview(page).locator('.note').getByRole('heading', { level: 2, name: 'Cache-aside' }).first();
  // A hover that is asked for before the extension is ready says nothing, and stays so.
  const showHover = () =>
    expect
      .poll(
        async () => {
          await page.keyboard.press('Escape');
          await runCommand(page, 'Show or Focus Hover');
          await page.waitForTimeout(1500);
          return hover.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
  await showHover();
  expect(await hover.textContent()).toContain('Cache-aside');
  await screenshot(page, 'hover-term');
  await hover.getByText('Open the note beside the diagrams').click();
  await note.waitFor();
  await screenshot(page, 'hover-term-opened');

  // The panel comes forward from behind another tab, too.
  await page.keyboard.press('ControlOrMeta+2');
  await openFile(page, 'README.md');
  await note.waitFor({ state: 'hidden' });
  await page.keyboard.press('ControlOrMeta+1');
  await goTo(page, 3, 20);
  await showHover();
  await hover.getByText('Open the note beside the diagrams').click();
  await note.waitFor();
});

test.each(['dark', 'light'] as const)('the walkthrough has four steps with pictures (%s)', async (theme) => {
  window = await openWindow({ theme });
  const { page } = window;
  await openFile(page, 'README.md');
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await type(page, 'Design Docs');
  await page.keyboard.press('Enter');
  const steps = page.locator('.getting-started-step');
  await expect.poll(() => steps.count()).toBe(4);
  for (const [i, step] of ['create', 'hints', 'fix', 'panel'].entries()) {
    if (i > 0) await steps.nth(i).click();
    await page.waitForTimeout(1500);
    await screenshot(page, `walkthrough-${step}-${theme}`);
  }
});
