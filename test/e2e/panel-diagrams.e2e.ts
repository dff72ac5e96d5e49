import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FrameLocator, Page } from 'playwright-core';
import { goTo, openFile, screenshot, type } from './actions';
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

/** Until what a function says is as expected: the panel follows the editor a moment later. */
async function eventually(what: () => Promise<unknown>, expected: unknown): Promise<void> {
  await expect.poll(what).toEqual(expected);
}

test('all diagrams stand under the headings of their sections', async () => {
  const headings = panel.locator('.diagram-list h2');
  expect(await headings.allInnerTexts()).toEqual(['Architecture', 'Flow', 'Order states', 'Data model']);
  expect(await panel.locator('.diagram-list .diagram').count()).toBe(5);
  await screenshot(page, 'panel');
});

test('a diagram is drawn when it comes near', async () => {
  const last = card(panel, 'Data model (2)');
  await last.scrollIntoViewIfNeeded();
  await last.locator('svg').waitFor();
});

test('the filter leaves the diagrams that speak of a word', async () => {
  const filter = panel.getByRole('searchbox', { name: 'Filter diagrams' });
  await filter.fill('shipped');
  expect(await panel.locator('.diagram-list .diagram:visible').count()).toBe(1);
  await filter.fill('no such thing');
  await panel.getByText('No diagram matches.').waitFor();
  await filter.fill('');
});

test('a click on a node leads to its line', async () => {
  await card(panel, 'Architecture').getByText('Load balancer', { exact: true }).first().click();
  await eventually(() => cursor(page), 'Ln 16, Col 1');
});

test('a click on a group, an edge or a participant leads to its line', async () => {
  await card(panel, 'Architecture').getByText('Web tier', { exact: true }).first().click();
  await eventually(() => cursor(page), 'Ln 17, Col 1');
  await card(panel, 'Architecture').getByText('writes', { exact: true }).first().click();
  await eventually(() => cursor(page), 'Ln 23, Col 1');
  await card(panel, 'Flow').getByText('insert', { exact: true }).first().click();
  await eventually(() => cursor(page), 'Ln 39, Col 4');
  await card(panel, 'Flow').getByText('API', { exact: true }).first().click();
  await eventually(() => cursor(page), 'Ln 36, Col 4');
});

test('the cursor marks the diagram and the node it is at', async () => {
  await goTo(page, 49, 1);
  await panel.locator('.diagram.current[aria-label^="Order states"]').waitFor();
  await goTo(page, 18, 1);
  await panel.locator('.diagram.current[aria-label^="Architecture"]').waitFor();
  await eventually(
    () =>
      panel
        .locator('.marked')
        .textContent()
        .then((text) => text?.trim()),
    'API',
  );
});

test('a keystroke redraws only the diagram it changed', async () => {
  await panel.locator('.diagram-list').evaluate((list) => {
    for (const svg of list.querySelectorAll('svg')) svg.setAttribute('data-before', 'yes');
  });
  await goTo(page, 16, 40);
  await type(page, ' two');
  await card(panel, 'Architecture').getByText(/ two/).first().waitFor();
  expect(await card(panel, 'Architecture').locator('svg[data-before]').count()).toBe(0);
  expect(await card(panel, 'Flow').locator('svg[data-before]').count()).toBe(1);
  await page.keyboard.press('ControlOrMeta+Z');
});

test('a broken diagram keeps its last good picture and says the line', async () => {
  await toEditor(page);
  await goTo(page, 36, 1);
  await page.keyboard.press('End');
  await type(page, '\nbroken line');
  const flow = card(panel, 'Flow');
  await flow.getByRole('alert').filter({ hasText: 'cannot be drawn' }).waitFor();
  expect(await flow.locator('.picture svg').count()).toBe(1);
  await screenshot(page, 'panel-broken');
  await goTo(page, 1, 1);
  await flow.getByRole('button', { name: 'Line 4' }).click();
  await eventually(async () => (await cursor(page)).split(',')[0], 'Ln 37');
  await page.keyboard.press('ControlOrMeta+Z');
  await page.keyboard.press('ControlOrMeta+Z');
});

test('zoom and the place it was moved to stay over an edit', async () => {
  const states = card(panel, 'Order states');
  await states.scrollIntoViewIfNeeded();
  await states.getByRole('button', { name: 'Zoom in' }).click();
  const moved = await states.locator('.picture').getAttribute('style');
  await toEditor(page);
  await goTo(page, 50, 1);
  await page.keyboard.press('End');
  await type(page, ': sent');
  await states.getByText('sent').first().waitFor();
  expect(await states.locator('.picture').getAttribute('style')).toBe(moved);
});

test('a drag with Alt moves a picture, Alt or a pinch with the wheel zooms it around the mouse', async () => {
  const states = card(panel, 'Order states');
  await states.scrollIntoViewIfNeeded();
  await states.getByRole('button', { name: 'Fit' }).click();
  const stage = states.locator('.stage');
  const style = (): Promise<string | null> => states.locator('.picture').getAttribute('style');
  const scale = async (): Promise<number> => Number(/scale\(([\d.]+)\)/.exec((await style()) ?? '')?.[1]);
  const box = await stage.boundingBox();
  if (box === null) throw new Error('The picture is not to be seen.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const fitted = await style();
  const size = await scale();

  // Without Alt the mouse belongs to the page: a drag moves nothing.
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 60, middle.y + 20, { steps: 4 });
  await page.mouse.up();
  expect(await style()).toBe(fitted);

  await page.keyboard.down('Alt');
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  await page.mouse.move(middle.x + 60, middle.y + 20, { steps: 4 });
  await page.mouse.up();
  await eventually(async () => (await style()) !== fitted, true);
  expect(await scale()).toBe(size);
  await page.mouse.wheel(0, -200);
  await eventually(async () => (await scale()) > size, true);
  await page.keyboard.up('Alt');

  // A browser reports a pinch as a wheel with Ctrl.
  const large = await scale();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 60);
  await page.keyboard.up('Control');
  await eventually(async () => (await scale()) < large, true);
  await states.getByRole('button', { name: 'Fit' }).click();
  await eventually(style, fitted);
});

test('a file that is one diagram is shown alone', async () => {
  await toEditor(page);
  await openFile(page, 'docs/design/single.mmd');
  await card(panel, 'single.mmd').locator('svg').waitFor();
  expect(await panel.locator('.diagram-list .diagram').count()).toBe(1);
});

test('nothing is asked of the network but the panel’s own files', () => {
  const foreign = window.requests.filter((url) => /design-docs/.test(url) && !/\/dist\/page\//.test(url));
  expect(foreign.filter((url) => !url.startsWith('http://127.0.0.1'))).toEqual([]);
});

test('nothing of it is an error on the console', () => {
  expect(window.errors).toEqual([]);
});
