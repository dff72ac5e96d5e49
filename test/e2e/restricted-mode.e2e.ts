import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import {
  activeEditor,
  goTo,
  openFile,
  quickInput,
  quickPicks,
  runCommand,
  screenshot,
  type,
} from './actions';
import { openPanel } from './panel';
import { openWindow, type Window } from './window';

let window: Window;
afterEach(() => window.close());

const HALF_WRITTEN = 'docs/design/0002-click-reports.md';

test('in a workspace that is not trusted a doc is created, and the workspace’s own templates stay away', async () => {
  window = await openWindow({ trusted: false });
  const { page, folder } = window;
  const own = join(folder, '.design-docs/templates');
  await mkdir(own, { recursive: true });
  await writeFile(join(own, 'service.md'), '---\nname: Service\ndescription: Ours.\n---\n# {title}\n');
  await runCommand(page, 'Design Docs: New Design Doc…');
  await quickPicks(page).filter({ hasText: 'One-pager' }).click();
  await quickPicks(page).filter({ hasText: 'None of these' }).click();
  await quickInput(page).locator('.quick-input-title').filter({ hasText: '(3/3)' }).waitFor();
  expect(await quickPicks(page).filter({ hasText: 'Ours.' }).count()).toBe(0);
  await type(page, 'Restricted');
  await page.keyboard.press('Enter');
  await page.locator('.tab.active[data-resource-name$="-restricted.md"]').waitFor();
});

test('in a workspace that is not trusted hints, quick fixes and the panel work', async () => {
  window = await openWindow({ trusted: false, size: { width: 1900, height: 1000 } });
  const { page } = window;
  await openFile(page, HALF_WRITTEN);
  const hints = activeEditor(page).locator('.squiggly-warning, .squiggly-info');
  await hints.first().waitFor({ timeout: 60_000 });
  const more = page.locator('.action-widget').getByText(/^More about/);
  // The menu of a moment at which the hints are being made anew is empty, and stays so.
  await expect
    .poll(
      async () => {
        await page.keyboard.press('Escape');
        await goTo(page, 9, 5);
        await page.keyboard.press('ControlOrMeta+.');
        await page.waitForTimeout(1500);
        return more.count();
      },
      { timeout: 60_000 },
    )
    .toBeGreaterThan(0);
  await screenshot(page, 'restricted-quick-fixes');
  await page.keyboard.press('Escape');
  await goTo(page, 1);
  const panel = await openPanel(page, HALF_WRITTEN);
  await panel.locator('.lacks summary').waitFor();
  await screenshot(page, 'restricted-panel');
});
