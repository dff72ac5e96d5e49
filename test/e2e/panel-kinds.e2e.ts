import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FrameLocator, Page } from 'playwright-core';
import { screenshot } from './actions';
import { openPanel, panelWorkspace } from './panel';
import { openWindow, type Window } from './window';

let window: Window;
let page: Page;
let panel: FrameLocator;
beforeAll(async () => {
  window = await openWindow({ workspace: panelWorkspace, size: { width: 1900, height: 1000 } });
  page = window.page;
  panel = await openPanel(page, 'docs/design/kinds.md');
});
afterAll(() => window.close());

test('every kind of diagram that Mermaid knows is drawn, with its icons and layouts', async () => {
  const cards = panel.locator('.diagram-list .diagram');
  await expect.poll(() => cards.count()).toBeGreaterThan(30);
  const notDrawn: string[] = [];
  for (const card of await cards.all()) {
    await card.scrollIntoViewIfNeeded();
    await card.locator('.picture svg, .problem:not([hidden])').first().waitFor({ timeout: 60_000 });
    if ((await card.locator('.picture svg').count()) === 0) notDrawn.push(await card.innerText());
  }
  expect(notDrawn).toEqual([]);
  const icons = panel.locator('.diagram[aria-label^="Architecture with icons"] .architecture-service svg');
  expect(await icons.count()).toBeGreaterThan(0);
  await panel.locator('.diagram[aria-label^="Architecture with icons"]').scrollIntoViewIfNeeded();
  await screenshot(page, 'panel-kinds');
});

test('each has a text alternative', async () => {
  const labels = await panel
    .locator('.diagram-list .picture > svg')
    .evaluateAll((pictures) => pictures.map((picture) => picture.getAttribute('aria-label') ?? ''));
  expect(labels).toContain('Gantt, Gantt chart');
  expect(labels.filter((label) => label.length < 5)).toEqual([]);
});

test('nothing is asked of the network but the panel’s own files, and nothing is an error', () => {
  const asked = window.requests.filter((url) => /^https?:/.test(url) && !url.startsWith('http://127.0.0.1:'));
  // Files of an extension have an address of VS Code's that its service worker answers.
  expect(asked.filter((url) => !/^https:\/\/[^/]+\.vscode-cdn\.net\/.+\/dist\/page\//.test(url))).toEqual([]);
  expect(window.errors).toEqual([]);
});
