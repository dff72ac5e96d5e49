import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goTo, openFile, quickInput, runCommand, screenshot, type } from './actions';
import { card, cursor, openPanel, panelWorkspace, toEditor } from './panel';
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

/** The rows of the Problems view. */
function problems(): Locator {
  return page.locator('.markers-panel .monaco-list-row');
}

test('a diagram is told in words: its groups, nodes and edges, each leading to its line', async () => {
  const words = card(panel, 'Architecture').locator('.words');
  await words.locator('summary').click();
  const told = await words.locator('li').allInnerTexts();
  expect(told).toEqual(
    expect.arrayContaining(['Web tier', 'Load balancer', 'Customer to Load balancer', 'API to Cache: reads']),
  );
  const label = await card(panel, 'Architecture').locator('.picture svg').getAttribute('aria-label');
  expect(label).toMatch(/^Architecture, .*: .*Load balancer/);
  await words.getByRole('button', { name: 'API to Cache: reads' }).click();
  await expect.poll(() => cursor(page)).toBe('Ln 22, Col 1');
  await words.locator('summary').click();
});

test('all diagrams are saved in a folder, numbered in their order', async () => {
  await panel.getByRole('button', { name: 'Export all diagrams' }).click();
  await panel.getByRole('menuitem', { name: 'Save as SVG…' }).click();
  const input = quickInput(page).locator('input');
  await expect.poll(() => input.inputValue()).toContain('docs/design');
  await quickInput(page).getByRole('button', { name: 'Save here' }).click();
  await panel.getByText(/^Saved 5 diagrams/).waitFor();
  const folder = join(window.folder, 'docs/design');
  const saved = (await readdir(folder)).filter((name) => name.endsWith('.svg'));
  expect(saved).toEqual([
    '1-architecture.svg',
    '2-flow.svg',
    '3-order-states.svg',
    '4-data-model-1.svg',
    '5-data-model-2.svg',
  ]);
  expect(await readFile(join(folder, '2-flow.svg'), 'utf8')).toContain('place order');
});

test('a hidden tab comes back as it was left', async () => {
  const one = card(panel, 'Architecture');
  await one.getByRole('button', { name: 'Zoom in' }).click();
  const moved = await one.locator('.picture').getAttribute('style');
  const note = await panel.locator('.note').getByRole('heading', { level: 2 }).first().innerText();
  await panel.getByRole('button', { name: 'Pin this note' }).click();
  await page.keyboard.press('ControlOrMeta+2');
  await openFile(page, 'README.md');
  await page.locator('iframe.webview.ready >> visible=true').waitFor({ state: 'detached' });
  await page.locator('.tab').filter({ hasText: 'Diagrams and Notes' }).click();
  await one.locator('.picture svg').waitFor({ timeout: 30_000 });
  expect(await one.locator('.picture').getAttribute('style')).toBe(moved);
  await panel.locator('.note').getByRole('heading', { level: 2, name: note, exact: true }).waitFor();
  const pin = panel.getByRole('button', { name: 'Pin this note' });
  expect(await pin.getAttribute('aria-pressed')).toBe('true');
  await pin.click();
});

test('a change of the colour theme is drawn at once', async () => {
  const style = (): Promise<string> =>
    card(panel, 'Architecture').locator('.picture svg style').first().innerHTML();
  const dark = await style();
  await toEditor(page);
  await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
  await expect.poll(style).not.toBe(dark);
  const light = await style();
  await screenshot(page, 'panel-theme-changed');
  await toEditor(page);
  await runCommand(page, 'Preferences: Toggle between Light/Dark Themes');
  await expect.poll(style).not.toBe(light);
});

test('a diagram that cannot be drawn is a problem at its line, also inside a list', async () => {
  await toEditor(page);
  await goTo(page, 36, 1);
  await page.keyboard.press('End');
  await type(page, '\nbroken line');
  await runCommand(page, 'Problems: Focus on Problems View');
  await problems().filter({ hasText: 'mermaid-syntax' }).filter({ hasText: '[Ln 37, Col' }).first().waitFor();
  await screenshot(page, 'panel-problem');
});

test('a broken diagram file has its problem too', async () => {
  await toEditor(page);
  await openFile(page, 'docs/design/single.mmd');
  await goTo(page, 2, 1);
  await page.keyboard.press('End');
  await type(page, '\n  finish -->');
  await runCommand(page, 'Problems: Focus on Problems View');
  await page.getByPlaceholder(/^Filter \(e\.g\./).fill('*.mmd');
  await problems().filter({ hasText: 'single.mmd' }).first().waitFor();
  await problems()
    .filter({ hasText: /\[Ln 3, Col/ })
    .first()
    .waitFor();
});
