import { afterAll, beforeAll, expect, test } from 'vitest';
import { openFile, runCommand, screenshot } from './actions';
import { openWindow, type Window } from './window';

let window: Window;

beforeAll(async () => {
  window = await openWindow({ theme: 'dark' });
});

afterAll(async () => {
  await window.close();
});

test('the Design Review view says what is answered, thin and missing, and goes there', async () => {
  const { page } = window;
  await openFile(page, 'docs/design/0001-short-links.md');
  await runCommand(page, 'Explorer: Focus on Design Review View');
  const rows = page.locator('.monaco-list-row[aria-label*="Latency"]');
  await rows.first().waitFor();
  const label = await rows.first().getAttribute('aria-label');
  expect(label).toMatch(/^Latency: (answered|thin|missing)\. How long/);
  const status = page.locator('.statusbar-item', { hasText: /\d+ open/ });
  await status.waitFor();
  expect(await status.locator('a').getAttribute('aria-label')).toMatch(/Design Review: \d+ open points/);
  await screenshot(page, 'design-review');
  expect(window.errors).toEqual([]);
});
