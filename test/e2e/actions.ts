import { mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { results } from '../server/places';

/** The pick list or input box that VS Code shows at the top. */
export function quickInput(page: Page): Locator {
  return page.locator('.quick-input-widget');
}

/** The rows of the open pick list. */
export function quickPicks(page: Page): Locator {
  return quickInput(page).locator('.quick-input-list .monaco-list-row');
}

/** Opens the command palette and types into it; the matching commands are then `quickPicks(page)`. */
export async function searchCommands(page: Page, text: string): Promise<void> {
  const input = quickInput(page).locator('input');
  // A key that arrives while an earlier input closes opens nothing.
  for (let tries = 0; tries < 15; tries++) {
    await page.keyboard.press('F1');
    const filled = await input.fill(`>${text}`, { timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (filled) return;
  }
  throw new Error('The command palette does not open.');
}

/** Runs a command by its whole title, category included: `Design Docs: New Design Doc…`. */
export async function runCommand(page: Page, title: string): Promise<void> {
  const command = quickPicks(page)
    .filter({ has: page.getByText(title, { exact: true }) })
    .first();
  // A window that has just opened may not know the extension's commands yet, and an open palette never learns them.
  for (let tries = 0; tries < 10; tries++) {
    await searchCommands(page, title);
    const found = await command.waitFor({ timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (found) break;
    await page.keyboard.press('Escape');
  }
  await command.click();
}

/** Opens a file by its path within the workspace and waits until its text is shown. */
export async function openFile(page: Page, path: string): Promise<void> {
  const file = quickPicks(page)
    .filter({ hasText: basename(path) })
    .first();
  // A key that arrives while an earlier input closes opens nothing.
  for (let tries = 0; tries < 5; tries++) {
    await page.keyboard.press('ControlOrMeta+P');
    const picked = await quickInput(page)
      .locator('input')
      .fill(path, { timeout: 5000 })
      .then(() => file.click({ timeout: 20_000 }))
      .then(
        () => true,
        () => false,
      );
    if (picked) break;
    await page.keyboard.press('Escape');
  }
  await page.locator(`.tab.active[data-resource-name="${basename(path)}"]`).waitFor();
  await activeEditor(page).locator('.view-line').first().waitFor();
}

/** The editor of text that has the focus, or had it last. */
export function activeEditor(page: Page): Locator {
  return page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
}

/** Puts the cursor at a line and column (1-based) of the active editor. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  const input = quickInput(page).locator('input');
  // A key that arrives while the input is being made or filled is lost.
  for (let tries = 0; tries < 5; tries++) {
    await page.keyboard.press('Control+G');
    const gone = await input
      .fill(`:${line}:${column}`, { timeout: 5000 })
      .then(() => input.press('Enter', { timeout: 5000 }))
      .then(() => quickInput(page).waitFor({ state: 'hidden', timeout: 5000 }))
      .then(
        () => true,
        () => false,
      );
    if (gone) return;
    await page.keyboard.press('Escape');
  }
  throw new Error(`The editor does not go to line ${line}.`);
}

/** Types into what has the focus, as a person would, without the suggestions getting in the way. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 15 });
}

/** The page inside the visible webview: two frames deep, the outer one being VS Code's own. */
export function webview(page: Page): FrameLocator {
  return page.locator('iframe.webview.ready >> visible=true').contentFrame().locator('iframe').contentFrame();
}

/** Saves a picture of the window to test-results/NAME.png. */
export async function screenshot(page: Page, name: string): Promise<void> {
  await mkdir(results, { recursive: true });
  await page.screenshot({ path: join(results, `${name}.png`) });
}
