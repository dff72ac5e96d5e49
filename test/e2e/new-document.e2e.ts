import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { activeEditor, quickInput, quickPicks, runCommand, screenshot, type } from './actions';
import { openWindow, type Window } from './window';

let window: Window;
afterEach(() => window.close());

const COMMAND = 'Design Docs: New Design Doc…';

/** Picks a row of the open list by its label. */
async function pick(page: Page, label: string): Promise<void> {
  await quickPicks(page)
    .filter({ has: page.locator('.label-name').getByText(label, { exact: true }) })
    .first()
    .click();
}

/** Waits until a step is shown, `2/3`. */
async function step(page: Page, which: string): Promise<void> {
  await quickInput(page)
    .locator('.quick-input-title')
    .filter({ hasText: `(${which})` })
    .waitFor();
}

/** Waits until the line below the input says something. */
async function message(page: Page, text: string | RegExp): Promise<void> {
  await quickInput(page).locator('.quick-input-message').filter({ hasText: text }).waitFor();
}

test('three answers make a doc about a system, with its prompts to tab through', async () => {
  window = await openWindow();
  const { page, folder } = window;
  await runCommand(page, COMMAND);
  await step(page, '1/3');
  await quickPicks(page).nth(3).waitFor();
  await screenshot(page, 'new-document-1-template');
  await pick(page, 'System design');
  await step(page, '2/3');
  await quickInput(page).locator('input').fill('payment');
  await screenshot(page, 'new-document-2-system');
  await pick(page, 'Payment system');
  await step(page, '3/3');
  await type(page, 'Checkout payments');
  await message(page, /docs\/design\/\d{4}-checkout-payments\.md/);
  await screenshot(page, 'new-document-3-title');
  await page.keyboard.press('Enter');

  await page.locator('.tab.active[data-resource-name$="-checkout-payments.md"]').waitFor();
  const editor = activeEditor(page);
  await editor
    .locator('.view-line')
    .filter({ hasText: /What.is.to.be.built/ })
    .waitFor();
  await type(page, 'Take money from buyers.');
  await page.keyboard.press('Tab');
  await type(page, 'No buyer is charged twice');
  await editor
    .locator('.view-line')
    .filter({ hasText: /No.buyer.is.charged.twice/ })
    .waitFor();
  await screenshot(page, 'new-document-4-open');

  const name = (await readdir(join(folder, 'docs/design'))).find((it) =>
    it.endsWith('-checkout-payments.md'),
  );
  const text = (): Promise<string> => readFile(join(folder, 'docs/design', name ?? ''), 'utf8');
  expect(await text()).toContain('system: payment-system\n');
  // It is saved once it is filled, which the window shows a little earlier.
  await expect.poll(text).toContain('carries {an idempotency key}');
});

test('a step back keeps the answers, and Escape leaves nothing behind', async () => {
  window = await openWindow({ theme: 'light', settings: { 'designDocs.folder': 'docs/new' } });
  const { page, folder } = window;
  await runCommand(page, COMMAND);
  await step(page, '1/3');
  await quickPicks(page).filter({ hasText: 'System design' }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await step(page, '2/3');
  await pick(page, 'None of these');
  await step(page, '3/3');
  await type(page, 'A title');
  await message(page, 'docs/new/0001-a-title.md');
  await screenshot(page, 'new-document-light-title');
  await quickInput(page).getByRole('button', { name: 'Back' }).click();
  await step(page, '2/3');
  await page.keyboard.press('Enter');
  await step(page, '3/3');
  expect(await quickInput(page).locator('input').inputValue()).toBe('A title');
  await page.keyboard.press('Escape');
  await quickInput(page).waitFor({ state: 'hidden' });
  expect(existsSync(join(folder, 'docs/new'))).toBe(false);
});

test('a taken name is refused where it is typed', async () => {
  window = await openWindow({ settings: { 'designDocs.fileName': '{title}.md', 'designDocs.folder': '' } });
  const { page, folder } = window;
  const before = await readFile(join(folder, 'README.md'), 'utf8');
  await runCommand(page, COMMAND);
  await pick(page, 'One-pager');
  await pick(page, 'None of these');
  await step(page, '3/3');
  await type(page, 'Readme');
  await page.keyboard.press('Enter');
  await message(page, 'README.md');
  await screenshot(page, 'new-document-taken');
  await page.keyboard.press('Escape');
  expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe(before);
});

test('it is in the menu of new files and on the folders of the explorer', async () => {
  window = await openWindow();
  const { page } = window;
  // Once the palette has the command, the menus have it too.
  await runCommand(page, COMMAND);
  await step(page, '1/3');
  await page.keyboard.press('Escape');
  await runCommand(page, 'Create: New File...');
  await quickPicks(page).filter({ hasText: 'New Design Doc…' }).waitFor();
  await screenshot(page, 'new-document-new-file-menu');
  await page.keyboard.press('Escape');
  await page
    .locator('.explorer-folders-view .monaco-list-row')
    .filter({ hasText: 'docs' })
    .first()
    .click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'New Design Doc…' }).waitFor();
  await screenshot(page, 'new-document-explorer-menu');
});

test('templates of the workspace are listed, a broken one with the reason and its file', async () => {
  window = await openWindow();
  const { page, folder } = window;
  const own = join(folder, '.design-docs/templates');
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'service.md'), '---\nname: Service\ndescription: Ours.\n---\n# {title}\n');
  await writeFile(join(own, 'half.md'), '---\ndescription: No name.\n---\n# {title}\n');
  await runCommand(page, COMMAND);
  await quickPicks(page).filter({ hasText: 'Ours.' }).waitFor();
  await quickPicks(page).filter({ hasText: 'Its front matter needs a name.' }).waitFor();
  await screenshot(page, 'new-document-own-templates');
  await pick(page, 'Broken: half.md');
  await page.locator('.tab.active[data-resource-name="half.md"]').waitFor();
});
