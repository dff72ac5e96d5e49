import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { activeEditor, goTo, screenshot, type } from './actions';
import { openPanel, panelWorkspace, toEditor } from './panel';
import { openWindow, type Window, type WindowOptions } from './window';

let window: Window;
let page: Page;
let panel: FrameLocator;
let links: Locator;
afterEach(() => window.close());

const SETTINGS = { 'designDocs.notesFolders': ['docs/notes', '../outside', 'docs/link'] };

async function open(options: WindowOptions = {}): Promise<void> {
  const size = { width: 1900, height: 1000 };
  window = await openWindow({ workspace: panelWorkspace, size, settings: SETTINGS, ...options });
  page = window.page;
  panel = await openPanel(page);
  links = panel.locator('.note-link');
}

/** Writes a file below the open folder. */
async function write(path: string, text: string): Promise<void> {
  const file = join(window.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

const search = (): Locator => panel.getByRole('searchbox', { name: 'Search all notes' });

/** Searches until a note is found: files that were just written are seen a moment later. */
async function find(words: string): Promise<Locator> {
  await search().fill(words);
  const first = links.first().filter({ hasText: new RegExp(words, 'i') });
  await first.waitFor({ timeout: 30_000 });
  return first;
}

test('the team’s knowledge appears beside the rest, and is shown anew when its file is edited', async () => {
  await open();
  await (await find('warehouse shuttle')).click();
  const note = panel.locator('.note');
  await note.getByText('Leaves at noon.').waitFor();
  const path = '.design-docs/knowledge/concepts/warehouse-shuttle.md';
  const before = await readFile(join(window.folder, path), 'utf8');
  await write(path, before.replace('noon', 'dusk'));
  await note.getByText('Leaves at dusk.').waitFor();
  await screenshot(page, 'panel-team-note');

  await note.getByRole('button', { name: 'Open the note’s file' }).click();
  await page.locator('.tab.active[data-resource-name="warehouse-shuttle.md"]').waitFor();
  await toEditor(page);
  await goTo(page, 7, 1);
  await type(page, 'It ');
  await page.keyboard.press('ControlOrMeta+S');
  await note.getByText('It Leaves at dusk.').waitFor();

  await rm(join(window.folder, '.design-docs'), { recursive: true });
  await links.filter({ hasText: 'Warehouse shuttle' }).waitFor({ state: 'detached' });
});

test('plain Markdown in a folder of notes is found, follows the cursor and does no harm', async () => {
  await open();
  await write('docs/notes/deep/stock.md', '# Stock ledger\n\nCounts every box. See [carrier](carrier.md).\n');
  await write(
    'docs/notes/carrier.md',
    '# Parcel carrier\n\n<img src="https://attacker.example/x.png">\n\n[Run](javascript:alert(1)) Collects twice.\n',
  );
  await (await find('stock ledger')).click();
  const note = panel.locator('.note');
  await note.getByRole('link', { name: 'carrier' }).click();
  await note.getByText('Collects twice.').waitFor();
  expect(await note.locator('img, a[href^="javascript"]').count()).toBe(0);

  await search().fill('');
  await toEditor(page);
  await goTo(page, 76, 1);
  await page.keyboard.press('End');
  await type(page, ' The stock ledger is asked.');
  await links.filter({ hasText: 'Because “Stock ledger” is named here' }).waitFor();

  await write('docs/notes/deep/stock.md', '# Stock ledger\n\nCounts no box.\n');
  await links.filter({ hasText: 'Stock ledger' }).first().click();
  await note.getByText('Counts no box.').waitFor();
  await note.getByRole('button', { name: 'Open the note’s file' }).click();
  await page.locator('.tab.active[data-resource-name="stock.md"]').waitFor();
  await activeEditor(page).getByText('Counts no box.').waitFor();
  expect(window.requests.filter((url) => url.includes('attacker.example'))).toEqual([]);
});

test('notes outside the workspace are not read', async () => {
  await open();
  await write('../outside/secret.md', '# Secret recipe\n');
  await symlink(join(window.folder, '../outside'), join(window.folder, 'docs/link'));
  await write('docs/notes/open.md', '# Open recipe\n');
  await find('open recipe');
  await search().fill('recipe');
  await links.filter({ hasText: 'Open recipe' }).waitFor();
  expect(await links.filter({ hasText: 'Secret recipe' }).count()).toBe(0);
});

test('an untrusted workspace adds no notes', async () => {
  await open({ trusted: false });
  await write('docs/notes/open.md', '# Open recipe\n');
  await panel.getByRole('button', { name: 'Browse all notes' }).click();
  await panel.getByText(/^All notes \(\d+\)$/).waitFor();
  await page.waitForTimeout(1500);
  expect(await links.filter({ hasText: /Open recipe|Warehouse shuttle/ }).count()).toBe(0);
  expect(await links.count()).toBeGreaterThan(20);
});
