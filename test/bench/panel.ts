// How fast the panel draws beside VS Code's own Markdown preview: the same doc, the same machine, in turn.
// What is printed are ratios of medians; below 1 the panel is faster. `ROUNDS=5 npm run bench:panel` for more.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { chromium, type FrameLocator, type Page } from 'playwright-core';
import { goTo, openFile, runCommand, webview } from '../e2e/actions';
import { toEditor } from '../e2e/panel';
import { browserFlags } from '../server/browser-flags';
import { installExtension, packageExtension } from '../server/extension';
import { ensureBrowser } from '../server/install-browser';
import { startServer } from '../server/server';

const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
const DIAGRAMS = 20;
const KEYSTROKES = 10;

interface Contestant {
  readonly command: string;
  /** Finds what it has drawn. */
  readonly drawn: string;
  /** Waits until all are drawn. The panel draws what comes near, so its list is scrolled down as fast as it draws. */
  readonly untilAll: (frame: FrameLocator) => Promise<void>;
}

const contestants: Readonly<Record<'panel' | 'preview', Contestant>> = {
  panel: {
    command: 'Design Docs: Open Diagrams and Notes to the Side',
    drawn: '.diagram-list .picture svg',
    untilAll: (frame) => frame.locator('.diagram-list').evaluate(SCROLL_THROUGH),
  },
  preview: {
    command: 'Markdown: Open Preview to the Side',
    drawn: '.mermaid svg, svg[id^="mermaid"]',
    untilAll: (frame) =>
      frame
        .locator('.mermaid svg, svg[id^="mermaid"]')
        .nth(DIAGRAMS - 1)
        .waitFor({ state: 'attached', timeout: 60_000 }),
  },
};

/** Runs in the panel's page, where there is a DOM. */
const SCROLL_THROUGH = `async (list) => {
  for (const card of list.querySelectorAll('.diagram')) {
    card.scrollIntoView();
    while (!card.querySelector('.picture svg')) await new Promise(requestAnimationFrame);
  }
  list.scrollTop = 0;
}`;

/** Milliseconds. */
interface Times {
  readonly first: number;
  readonly all: number;
  readonly keystroke: number;
}

/** A doc of flowcharts, each with 13 nodes. */
function doc(): string {
  const flowchart = (n: number): string => {
    const nodes = Array.from({ length: 13 }, (_, i) => `  n${String(i)}[Part ${String(n)}.${String(i)}]`);
    const edges = Array.from(
      { length: 12 },
      (_, i) => `  n${String(Math.floor(i / 2))} --> n${String(i + 1)}`,
    );
    return `## Section ${String(n)}\n\n\`\`\`mermaid\nflowchart TD\n${[...nodes, ...edges].join('\n')}\n\`\`\`\n`;
  };
  const sections = Array.from({ length: DIAGRAMS }, (_, n) => flowchart(n));
  return `---\ntype: design-doc\ntitle: Many\n---\n\n# Many\n\n${sections.join('\n')}`;
}

async function measure(page: Page, { command, drawn, untilAll }: Contestant): Promise<Times> {
  await openFile(page, 'many.md');
  await page.keyboard.press('ControlOrMeta+B');
  await page.waitForTimeout(3000);
  const start = performance.now();
  await runCommand(page, command);
  const frame = webview(page);
  await frame.locator(drawn).first().waitFor({ timeout: 60_000 });
  const first = performance.now() - start;
  await untilAll(frame);
  const all = performance.now() - start;
  await toEditor(page);
  // The first label of the first diagram, at its end.
  await goTo(page, 12, 14);
  const keystrokes: number[] = [];
  let label = 'Part 0.0';
  for (let i = 0; i < KEYSTROKES; i++) {
    await page.waitForTimeout(1500);
    label += 'x';
    const pressed = performance.now();
    await page.keyboard.press('x');
    await frame
      .locator(drawn)
      .filter({ hasText: new RegExp(`${label}(?!x)`) })
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
    keystrokes.push(performance.now() - pressed);
  }
  return { first, all, keystroke: median(keystrokes) };
}

async function inWindow(extensions: string, browser: string, contestant: Contestant): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), 'design-docs-bench-'));
  await mkdir(join(folder, 'docs/design'), { recursive: true });
  await writeFile(join(folder, 'docs/design/many.md'), doc());
  const server = await startServer({ extensions });
  const chrome = await chromium.launch({ executablePath: browser, args: [...browserFlags] });
  try {
    const page = await (await chrome.newContext({ viewport: { width: 1600, height: 1000 } })).newPage();
    await page.goto(`${server.address}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    return await measure(page, contestant);
  } finally {
    await chrome.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const browser = await ensureBrowser();
const extensions = await installExtension(await packageExtension());
const results: Record<keyof typeof contestants, Times[]> = { panel: [], preview: [] };
for (let round = 1; round <= ROUNDS; round++) {
  for (const name of ['preview', 'panel'] as const) {
    const times = await inWindow(extensions, browser, contestants[name]);
    results[name].push(times);
    const told = Object.entries(times).map(([what, ms]) => `${what} ${(Number(ms) / 1000).toFixed(2)} s`);
    console.log(`round ${String(round)}, ${name}: ${told.join(', ')}`);
  }
}
const targets: Times = { first: 0.8, all: 0.8, keystroke: 0.25 };
console.log(`\nPanel against VS Code's preview, ${String(DIAGRAMS)} flowcharts of 13 nodes, medians:`);
for (const what of ['first', 'all', 'keystroke'] as const) {
  const [panel, preview] = (['panel', 'preview'] as const).map((name) =>
    median(results[name].map((it) => it[what])),
  );
  const ratio = (panel ?? 0) / (preview ?? 1);
  console.log(`${what.padEnd(10)} ${ratio.toFixed(2)} (target ${String(targets[what])})`);
}
await rm(extensions, { recursive: true, force: true });
