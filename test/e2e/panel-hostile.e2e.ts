import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FrameLocator, Page } from 'playwright-core';
import { openPanel, panelWorkspace } from './panel';
import { openWindow, type Window } from './window';

let window: Window;
let page: Page;
let panel: FrameLocator;
let dialogs = 0;
beforeAll(async () => {
  window = await openWindow({ workspace: panelWorkspace, size: { width: 1900, height: 1000 } });
  page = window.page;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  panel = await openPanel(page, 'docs/design/hostile.md');
  const last = panel.locator('.diagram-list .diagram').last();
  for (const one of await panel.locator('.diagram-list .diagram').all()) {
    await one.scrollIntoViewIfNeeded();
    await one.locator('.picture svg, .problem:not([hidden])').first().waitFor();
  }
  await last.waitFor();
});
afterAll(() => window.close());

test('no script of a diagram runs', async () => {
  expect(await panel.locator('.diagram-list script').count()).toBe(0);
  const handlers = await panel
    .locator('.diagram-list svg *')
    .evaluateAll((elements) =>
      elements.flatMap((element) => element.getAttributeNames().filter((name) => name.startsWith('on'))),
    );
  expect(handlers).toEqual([]);
  expect(dialogs).toBe(0);
});

test('no link of a diagram leads to a script', async () => {
  const addresses = await panel
    .locator('.diagram-list a')
    .evaluateAll((links) =>
      links.flatMap((link) => link.getAttributeNames().map((name) => link.getAttribute(name) ?? '')),
    );
  expect(addresses.filter((address) => /^\s*(?:javascript|data|vbscript):/i.test(address))).toEqual([]);
});

test('a diagram cannot lower its own security level', async () => {
  const own = panel.locator('.diagram[aria-label^="A lower security level"]');
  await own.locator('.picture svg').waitFor();
  expect(await own.locator('.picture').locator('img, iframe, input, form').count()).toBe(0);
});

test('nothing is asked of a foreign server', () => {
  expect(window.requests.filter((url) => url.includes('attacker.example'))).toEqual([]);
});

test('a diagram with too many edges says so', async () => {
  const many = panel.locator('.diagram[aria-label^="Too many edges"]');
  await many.getByRole('alert').filter({ hasText: /edge/i }).waitFor();
});

test('a diagram that is too long says so', async () => {
  const long = panel.locator('.diagram[aria-label^="Too long"]');
  await long.getByRole('alert').filter({ hasText: 'markdown-mermaid.maxTextSize' }).waitFor();
});
