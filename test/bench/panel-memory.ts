// What the panel leaves behind: the heaps of the extension host and of the window (the panel's page is part of it)
// before and after many edits, and many openings. `EDITS=200 OPENINGS=20 npm run bench:memory` for less.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { openFile, webview } from '../e2e/actions';
import { browserFlags } from '../server/browser-flags';
import { ensureBrowser } from '../server/install-browser';
import { root } from '../server/places';
import { runOrThrow } from '../server/processes';
import { startServer } from '../server/server';

const EDITS = Number(process.env['EDITS'] ?? 1000);
const OPENINGS = Number(process.env['OPENINGS'] ?? 100);
const TARGET = 0.1;

/** Bytes in use after collecting garbage, and how many nodes and documents the window has. */
interface Heaps {
  readonly host: number;
  readonly page: number;
  readonly nodes: number;
  readonly documents: number;
}

class Bench {
  private port = '';

  constructor(
    private readonly page: Page,
    private readonly devTools: readonly CDPSession[],
  ) {}

  /** Waits until the probe in the extension host listens. */
  async connect(folder: string): Promise<void> {
    for (let tries = 0; this.port === '' && tries < 240; tries++) {
      this.port = await readFile(join(folder, '.probe-port'), 'utf8').catch(() => '');
      if (this.port === '') await this.page.waitForTimeout(500);
    }
    if (this.port === '') throw new Error('the probe did not start');
  }

  async ask(action: string): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${this.port}/${action}`);
    if (!response.ok) throw new Error(`${action}: ${await response.text()}`);
    return response.json();
  }

  async open(): Promise<void> {
    await this.ask('open');
    await webview(this.page).locator('.picture svg').first().waitFor({ timeout: 120_000 });
  }

  async close(): Promise<void> {
    await this.ask('close');
    await this.page.locator('iframe.webview').waitFor({ state: 'detached', timeout: 60_000 });
  }

  async edit(count: number): Promise<void> {
    // A call for few edits at a time: one that takes minutes would be given up.
    for (let done = 0; done < count; done += 50)
      await this.ask(`edit?count=${String(Math.min(50, count - done))}`);
  }

  async heaps(): Promise<Heaps> {
    await this.page.waitForTimeout(3000);
    const of = { page: 0, nodes: 0, documents: 0 };
    for (const session of this.devTools) {
      for (let i = 0; i < 3; i++) await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const value = (name: string): number => metrics.find((it) => it.name === name)?.value ?? 0;
      of.page += value('JSHeapUsedSize');
      of.nodes += value('Nodes');
      of.documents += value('Documents');
    }
    return { host: Number(await this.ask('heap')), ...of };
  }
}

function doc(): string {
  const chart = (n: number): string => {
    const part = (i: number): string => `n${String(i)}[Part ${String(n)}.${String(i)}]`;
    const edges = Array.from({ length: 8 }, (_, i) => `  ${part(i)} --> ${part(i + 1)}`);
    return `## Section ${String(n)}\n\n\`\`\`mermaid\nflowchart TD\n${edges.join('\n')}\n\`\`\`\n`;
  };
  const charts = Array.from({ length: 5 }, (_, n) => chart(n));
  return `---\ntype: design-doc\ntitle: Many\n---\n\n# Many\n\n${charts.join('\n')}`;
}

function tell(what: string, before: Heaps, after: Heaps): void {
  const growth = (name: 'host' | 'page'): string => {
    const share = after[name] / before[name] - 1;
    const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
    const verdict = share <= TARGET ? 'within' : 'MISSED';
    return `${megabytes(before[name])} to ${megabytes(after[name])} MB (${(share * 100).toFixed(1)} %, ${verdict})`;
  };
  console.log(`${what}: extension host ${growth('host')}; window ${growth('page')}; nodes ${String(before.nodes)} to
  ${String(after.nodes)}, documents ${String(before.documents)} to ${String(after.documents)}`);
}

async function measure(bench: Bench): Promise<void> {
  // What is loaded on first use is no leak.
  for (let i = 0; i < 3; i++) {
    await bench.open();
    await bench.edit(30);
    await bench.close();
  }
  const closed = await bench.heaps();
  await bench.open();
  await bench.edit(30);
  const opened = await bench.heaps();
  await bench.edit(EDITS);
  tell(`${String(EDITS)} edits, panel open`, opened, await bench.heaps());
  await bench.close();
  for (let i = 0; i < OPENINGS; i++) {
    await bench.open();
    await bench.close();
  }
  tell(`${String(EDITS)} edits and ${String(OPENINGS)} openings, panel closed`, closed, await bench.heaps());
}

/** Lays the extension and the probe out as if they were installed; returns the folder they are in. */
async function extensionsFolder(): Promise<string> {
  const into = await mkdtemp(join(tmpdir(), 'design-docs-extensions-'));
  for (const part of ['package.json', 'package.nls.json', 'dist', 'snippets', 'media'])
    await cp(join(root, part), join(into, 'design-docs.design-docs-0.0.1', part), { recursive: true });
  await cp(join(root, 'test/bench/memory-probe'), join(into, 'design-docs-bench.memory-probe-0.0.1'), {
    recursive: true,
  });
  return into;
}

await runOrThrow(process.execPath, ['esbuild.mjs']);
const extensions = await extensionsFolder();
const folder = await mkdtemp(join(tmpdir(), 'design-docs-memory-'));
await mkdir(join(folder, 'docs/design'), { recursive: true });
await writeFile(join(folder, 'docs/design/many.md'), doc());
const server = await startServer({ extensions });
const chrome = await chromium.launch({ executablePath: await ensureBrowser(), args: [...browserFlags] });
try {
  const page = await (await chrome.newContext({ viewport: { width: 1600, height: 1000 } })).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(`${server.address}/?folder=${encodeURIComponent(folder)}`);
  await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 120_000 });
  await openFile(page, 'many.md');
  const bench = new Bench(page, [session]);
  await bench.connect(folder);
  await measure(bench);
} finally {
  await chrome.close();
  await server.stop();
  for (const each of [folder, extensions]) await rm(each, { recursive: true, force: true });
}
