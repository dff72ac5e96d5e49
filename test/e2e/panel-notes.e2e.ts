import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { goTo, screenshot } from './actions';
import { cursor, openPanel, panelWorkspace, textEditor, toEditor } from './panel';
import { openWindow, type Window } from './window';

let window: Window;
let page: Page;
let panel: FrameLocator;
let note: Locator;
let links: Locator;
beforeAll(async () => {
  window = await openWindow({ workspace: panelWorkspace, size: { width: 1900, height: 1000 } });
  page = window.page;
  panel = await openPanel(page);
  note = panel.locator('.note');
  links = panel.locator('.note-link');
});
afterAll(() => window.close());

async function noteIsOpen(title: string): Promise<void> {
  await note.getByRole('heading', { level: 2, name: title, exact: true }).first().waitFor();
}

async function undo(): Promise<void> {
  await toEditor(page);
  await page.keyboard.press('ControlOrMeta+Z');
}

test('the notes for the section of the cursor are listed with the reason, and the first is open', async () => {
  await goTo(page, 76, 3);
  const first = links.first();
  await first.filter({ hasText: 'Latency' }).waitFor();
  expect(await first.innerText()).toContain('Because of the heading “Latency”');
  await noteIsOpen('Latency');
});

test('where the place speaks of nothing they are about what the doc lacks', async () => {
  await goTo(page, 6, 3);
  await links.filter({ hasText: 'Because the doc does not answer it yet' }).first().waitFor();
  await screenshot(page, 'panel-lacking-notes');
});

test('concepts named at the cursor are among them', async () => {
  await goTo(page, 72, 40);
  await links.filter({ hasText: 'Because “time to live” is named here' }).waitFor();
  await goTo(page, 29, 30);
  await links.filter({ hasText: 'Because “idempotency key” is named here' }).waitFor();
});

test('a pinned note stays open while the cursor moves', async () => {
  await goTo(page, 76, 3);
  await noteIsOpen('Latency');
  await panel.getByRole('button', { name: 'Pin this note' }).click();
  await toEditor(page);
  await goTo(page, 29, 30);
  await links.filter({ hasText: 'is named here' }).first().waitFor();
  await noteIsOpen('Latency');
  await panel.getByRole('button', { name: 'Pin this note' }).click();
  await noteIsOpen((await links.first().locator('.name').innerText()).trim());
});

test('the search finds notes while one types, also with a letter wrong', async () => {
  const search = panel.getByRole('searchbox', { name: 'Search all notes' });
  await search.fill('blom filt');
  await links.filter({ hasText: 'Bloom' }).first().click();
  await note.getByRole('heading', { level: 2, name: /Bloom/ }).first().waitFor();
  await search.fill('');
  await panel.getByText('For the place you are at').waitFor();
  await note.getByRole('heading', { level: 2, name: /Bloom/ }).first().waitFor();
});

test('all notes can be browsed, and one goes back and forward between them', async () => {
  await panel.getByRole('button', { name: 'Browse all notes' }).click();
  await panel.getByText(/^All notes \(\d+\)$/).waitFor();
  await links.filter({ hasText: 'Cache-aside' }).first().click();
  await noteIsOpen('Cache-aside');
  await note.getByRole('link', { name: 'read-through' }).click();
  await noteIsOpen('Read-through cache');
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await noteIsOpen('Cache-aside');
  await panel.getByRole('button', { name: 'Forward', exact: true }).click();
  await noteIsOpen('Read-through cache');
  await panel.getByRole('button', { name: 'Back', exact: true }).click();
  await noteIsOpen('Cache-aside');
});

test('the diagram of a note is drawn', async () => {
  await note.locator('.diagram').first().scrollIntoViewIfNeeded();
  await note.locator('.diagram svg[role="img"]').waitFor();
  await screenshot(page, 'panel-note');
});

test('the diagram and the trade-offs of a note are inserted at the cursor, and one undo takes them away', async () => {
  await toEditor(page);
  await goTo(page, 76, 1);
  await note.getByRole('button', { name: 'Insert its trade-offs' }).click();
  await textEditor(page).getByText('Cache-aside, delete on write').first().waitFor();
  await undo();
  await textEditor(page).getByText('Cache-aside, delete on write').waitFor({ state: 'detached' });
  const before = await panel.locator('.diagram-list .diagram').count();
  await note.getByRole('button', { name: 'Insert its diagram' }).click();
  await expect.poll(() => panel.locator('.diagram-list .diagram').count()).toBe(before + 1);
  await undo();
  await expect.poll(() => panel.locator('.diagram-list .diagram').count()).toBe(before);
});

test('what a note asks to fill in is inserted at the cursor, and one undo takes it away', async () => {
  await panel.getByRole('button', { name: 'Browse all notes' }).click();
  await toEditor(page);
  await goTo(page, 72, 40);
  await goTo(page, 76, 1);
  await noteIsOpen('Latency');
  await note.getByRole('button', { name: 'Insert what to fill in' }).click();
  const prompt = textEditor(page)
    .locator('.view-line')
    .filter({ hasText: /\{.+\}/ });
  await prompt.first().waitFor();
  await screenshot(page, 'panel-stub-inserted');
  await undo();
  await expect.poll(() => prompt.count()).toBe(0);
});

test('what the doc still lacks stands on top and leads to the place', async () => {
  const lacks = panel.locator('.lacks');
  await lacks
    .locator('summary')
    .filter({ hasText: /What this doc still lacks \(\d+\)/ })
    .click();
  await lacks.getByRole('button').first().click();
  await expect.poll(() => cursor(page)).toMatch(/^Ln 6,/);
});

test('the note’s text opens as a document', async () => {
  await panel.getByRole('button', { name: 'Browse all notes' }).click();
  await links.filter({ hasText: 'Cache-aside' }).first().click();
  await noteIsOpen('Cache-aside');
  await note.getByRole('button', { name: 'Open the note’s file' }).click();
  await page.locator('.tab[data-resource-name="cache-aside.md"]').waitFor();
});
