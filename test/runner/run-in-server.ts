import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserFlags } from '../server/browser-flags';
import { ensureBrowser } from '../server/install-browser';
import { results, root } from '../server/places';
import { startServer } from '../server/server';
import type { Host } from '../server/versions';
import type { HostSuite } from './host-suites';

/** Longest that one set of specs may take, in ms. */
const patience = 10 * 60_000;

/**
 * Runs a set of specs in the extension host of a VS Code server, with a headless browser as its window,
 * and resolves with what they printed. `open` is the absolute path of what is opened. The whole console of the
 * host is kept in test-results/SUITE-VERSION.log.
 */
export async function runInServer(suite: HostSuite, host: Host, open: string | undefined): Promise<string> {
  const executablePath = await ensureBrowser();
  const settings =
    suite.web === true ? { 'remote.extensionKind': { 'design-docs.design-docs': ['web'] } } : {};
  const server = await startServer({ host, settings, testDriver: true });
  const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
  let output = '';
  try {
    const page = await browser.newPage();
    const take = (text: string): void => {
      output += `${text}\n`;
      if (isReport(text)) console.log(text);
    };
    const finished = new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new Error(`The specs did not end within ${patience / 60_000} minutes. Server:\n${server.log()}`),
        );
      }, patience);
      void page.exposeFunction('codeAutomationLog', (_type: string, args: unknown[]) => {
        take(args.map(String).join(' '));
      });
      void page.exposeFunction('codeAutomationExit', () => {
        clearTimeout(timer);
        resolve();
      });
      page.once('crash', () => reject(new Error('The page of VS Code crashed.')));
    });
    await page.goto(addressOf(suite, server.port, open));
    await finished;
    return output;
  } finally {
    await browser.close();
    await server.stop();
    await mkdir(results, { recursive: true });
    await writeFile(join(results, `${suite.name}-${host.vscode}.log`), `${output}\n${server.log()}`);
  }
}

function addressOf(suite: HostSuite, port: number, open: string | undefined): string {
  const remote = (path: string): string =>
    `vscode-remote://127.0.0.1:${port}${encodeURI(path.replaceAll('\\', '/').replace(/^(?!\/)/, '/'))}`;
  const payload = [
    ['extensionDevelopmentPath', remote(root)],
    ['extensionTestsPath', remote(join(root, 'dist/test', `${suite.name}.js`))],
    ...(suite.web === true ? [['extensionDevelopmentKind', 'web']] : []),
  ];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (open === undefined) query.set('ew', 'true');
  else query.set(open.endsWith('.code-workspace') ? 'workspace' : 'folder', open);
  return `http://127.0.0.1:${port}/?${query.toString()}`;
}

/** Whether a line is one of ours; the console of an extension host carries a lot besides. */
function isReport(line: string): boolean {
  return /^(?: {2}[✓✗-] |specs: )/.test(line);
}
