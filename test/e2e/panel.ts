import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { openFile, runCommand, webview } from './actions';

/** The workspace of the panel's tests. */
export const panelWorkspace = join(process.cwd(), 'test/e2e/panel-workspace');

/** Opens a document and the panel beside it, and waits for the first picture. */
export async function openPanel(page: Page, path = 'docs/design/orders.md'): Promise<FrameLocator> {
  await openFile(page, path);
  // Without the explorer there is room for both panes.
  await page.keyboard.press('ControlOrMeta+B');
  await runCommand(page, 'Design Docs: Open Diagrams and Notes to the Side');
  const frame = webview(page);
  await frame.locator('.picture svg').first().waitFor({ timeout: 30_000 });
  return frame;
}

/** The card of a diagram by its section's heading, numbered where there are several. */
export function card(frame: FrameLocator, title: string): Locator {
  return frame.locator(`.diagram[aria-label^="${title}, "]`);
}

/** Moves the focus from the panel back to the text. */
export async function toEditor(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await page.locator('.monaco-editor.focused').first().waitFor();
}

/** The text beside the panel, wherever the focus is. */
export function textEditor(page: Page): Locator {
  return page.locator('.editor-instance .monaco-editor').first();
}

/** Line and column of the cursor, as the status bar says. */
export async function cursor(page: Page): Promise<string> {
  return page.locator('#status\\.editor\\.selection').innerText();
}
