import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quickInput } from './actions';
import { card, openPanel, panelWorkspace } from './panel';
import { openWindow, type Window } from './window';

let window: Window;
let page: Page;
let panel: FrameLocator;
beforeAll(async () => {
  window = await openWindow({ workspace: panelWorkspace, size: { width: 1900, height: 1000 } });
  page = window.page;
  panel = await openPanel(page);
});
afterAll(() => window.close());

async function choose(item: string, title = 'Architecture'): Promise<void> {
  await card(panel, title).getByRole('button', { name: 'Export or copy' }).click();
  await panel.getByRole('menuitem', { name: item, exact: true }).click();
}

/** Answers VS Code's own dialog for a file's name. */
async function nameFile(name: string): Promise<string> {
  const input = quickInput(page).locator('input');
  // The dialog first fills in a name of its own, a while after it is there.
  await expect.poll(() => input.inputValue()).toMatch(/\.(?:svg|png)$/);
  const path = join(window.folder, 'docs/design', name);
  // The dialog may still be putting in its own proposal.
  await expect
    .poll(async () => {
      await input.fill(path);
      await page.waitForTimeout(300);
      return input.inputValue();
    })
    .toBe(path);
  await quickInput(page)
    .getByRole('button', { name: /^(?:OK|Save)$/ })
    .click();
  return path;
}

test('a diagram is saved as an SVG that needs nothing else', async () => {
  await choose('Save as SVG…');
  const path = await nameFile('architecture.svg');
  await panel.getByText(/^Saved .*architecture\.svg/).waitFor();
  const svg = await readFile(path, 'utf8');
  expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
  expect(svg.replace(/<[^>]+>/g, '')).toContain('Load balancer');
  expect(svg).not.toContain('foreignObject');
  expect(svg.replace(/xmlns(?::\w+)?="[^"]*"/g, '')).not.toMatch(/https?:|var\(--vscode/);
});

test('a diagram is saved as a PNG at three times its size', async () => {
  await choose('Save as PNG…');
  const once = await readFile(await savedPng('once.png'));
  await choose('Save as PNG, 3 times the size…');
  const thrice = await readFile(await savedPng('thrice.png'));
  expect(once.subarray(1, 4).toString()).toBe('PNG');
  // Width and height stand in the header, as big-endian numbers.
  expect(thrice.readUInt32BE(16)).toBe(once.readUInt32BE(16) * 3);
  expect(thrice.readUInt32BE(20)).toBe(once.readUInt32BE(20) * 3);
});

async function savedPng(name: string): Promise<string> {
  const path = await nameFile(name);
  await panel.getByText(new RegExp(`^Saved .*${name}`)).waitFor();
  return path;
}

test('nothing is overwritten without a question', async () => {
  const path = join(window.folder, 'docs/design', 'kept.svg');
  await writeFile(path, 'mine');
  await choose('Save as SVG…');
  await nameFile('kept.svg');
  await page
    .getByText(/already exists/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  expect(await readFile(path, 'utf8')).toBe('mine');
});

test('the source and the picture are copied', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await choose('Copy source', 'Flow');
  await panel.getByText('Copied.').waitFor();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^sequenceDiagram/);
  await choose('Copy as PNG', 'Flow');
  await expect
    .poll(() => page.evaluate(async () => (await navigator.clipboard.read()).flatMap(({ types }) => types)))
    .toContain('image/png');
});
