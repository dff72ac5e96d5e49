import { readFile } from 'node:fs/promises';
import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, describe, expect, test } from 'vitest';
import { goTo, runCommand, screenshot, webview } from './actions';
import { card, cursor, openPanel, panelWorkspace, toEditor } from './panel';
import { openWindow, untilUsable, type Window, type WindowOptions } from './window';

let window: Window;
afterEach(() => window.close());

async function open(options: WindowOptions = {}): Promise<{ page: Page; panel: FrameLocator }> {
  window = await openWindow({ workspace: panelWorkspace, size: { width: 1900, height: 1000 }, ...options });
  return { page: window.page, panel: await openPanel(window.page) };
}

/** What axe-core finds on the page of the panel. */
async function violations(page: Page): Promise<string[]> {
  for (const frame of page.frames()) {
    if ((await frame.locator('#panes').count()) === 0) continue;
    await frame.evaluate(await readFile('node_modules/axe-core/axe.min.js', 'utf8'));
    return frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
      const { violations: found } = await axe.run();
      return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    });
  }
  return ['the panel was not found'];
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

describe.each(['dark', 'light', 'high-contrast', 'high-contrast-light'] as const)(
  'in a %s theme',
  (theme) => {
    test('everybody can use it, side by side and as tabs', async () => {
      const { page, panel } = await open({ theme });
      await goTo(page, 18, 1);
      await panel.locator('.diagram .marked').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press('ControlOrMeta+2');
      await runCommand(page, 'View: Toggle Maximize Editor Group');
      for (const width of [1600, 1000, 700]) {
        await page.setViewportSize({ width: width + 50, height: 900 });
        await page.waitForTimeout(500);
        await screenshot(page, `panel-${theme}-${String(width)}`);
      }
      expect(await violations(page)).toEqual([]);
      await panel.getByRole('tab', { name: 'Notes' }).click();
      await panel.locator('.note h2').first().waitFor();
      expect(await violations(page)).toEqual([]);
      await screenshot(page, `panel-${theme}-700-notes`);
    });
  },
);

test('it comes back after a reload with its document, divider, zoom and pinned note', async () => {
  const { page, panel } = await open();
  await goTo(page, 76, 3);
  await panel.locator('.note h2').filter({ hasText: 'Latency' }).first().waitFor();
  await panel.getByRole('button', { name: 'Pin this note' }).click();
  const divider = panel.getByRole('separator');
  await divider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowLeft');
  expect(await divider.getAttribute('aria-valuenow')).toBe('48');
  await card(panel, 'Architecture').getByRole('button', { name: 'Zoom in' }).click();
  const moved = await card(panel, 'Architecture').locator('.picture').getAttribute('style');
  await toEditor(page);
  await goTo(page, 29, 3);

  await runCommand(page, 'Developer: Reload Window');
  await page.locator('.monaco-workbench').waitFor({ state: 'detached' });
  await untilUsable(page);
  const again = webview(page);
  await card(again, 'Architecture').locator('svg').first().waitFor({ timeout: 30_000 });
  expect(await again.getByRole('separator').getAttribute('aria-valuenow')).toBe('48');
  expect(await card(again, 'Architecture').locator('.picture').getAttribute('style')).toBe(moved);
  await again.locator('.note h2').filter({ hasText: 'Latency' }).first().waitFor();
  expect(await again.getByRole('button', { name: 'Pin this note' }).getAttribute('aria-pressed')).toBe(
    'true',
  );
});

test('a diagram fills the whole panel and Escape brings the list back', async () => {
  const { page, panel } = await open();
  await card(panel, 'Architecture').getByRole('button', { name: 'Show in the full panel' }).click();
  await panel.getByRole('searchbox', { name: 'Search all notes' }).waitFor({ state: 'hidden' });
  await screenshot(page, 'panel-full');
  await page.keyboard.press('Escape');
  await panel.getByRole('searchbox', { name: 'Search all notes' }).waitFor();
});

test('all is done by keyboard: zoom, move, fit, find a node and go to its line', async () => {
  const { page, panel } = await open();
  const one = card(panel, 'Architecture');
  const style = (): Promise<string | null> => one.locator('.picture').getAttribute('style');
  const fitted = await style();
  await one.locator('.stage').focus();
  await page.keyboard.press('+');
  const zoomed = await style();
  expect(zoomed).not.toBe(fitted);
  await page.keyboard.press('ArrowLeft');
  expect(await style()).not.toBe(zoomed);
  await page.keyboard.press('0');
  expect(await style()).toBe(fitted);
  await one.getByRole('button', { name: 'Find in this diagram' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('cache');
  await one.getByText('1 of 1').waitFor();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => cursor(page)).toBe('Ln 22, Col 1');
});

test('following the cursor can be turned off', async () => {
  const { page, panel } = await open({ settings: { 'designDocs.panel.followCursor': false } });
  const follow = panel.getByRole('button', { name: 'Follow the cursor' });
  expect(await follow.getAttribute('aria-pressed')).toBe('false');
  await goTo(page, 65, 3);
  await panel.locator('.diagram.current[aria-label^="Data model (2)"]').waitFor({ state: 'attached' });
  expect(await panel.locator('.diagram-list').evaluate((list) => list.scrollTop)).toBe(0);
  await follow.click();
  await expect.poll(() => follow.getAttribute('aria-pressed')).toBe('true');
});
