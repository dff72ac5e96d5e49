import { _electron as electron, chromium, type BrowserContext, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { browserFlags } from '../server/browser-flags';
import { prepareDesktop } from '../server/desktop';
import { ensureBrowser } from '../server/install-browser';
import { startServer } from '../server/server';
import type { Settings } from '../server/settings';
import type { Host } from '../server/versions';

/** What a window is to show. */
export interface Wanted {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  readonly settings: Settings;
  readonly trusted: boolean;
  readonly size: { readonly width: number; readonly height: number };
  readonly host: Host;
}

/** A window about to load. */
export interface Opened {
  /** Listeners on it hear of everything that `load` brings about. */
  readonly context: BrowserContext;
  load(): Promise<Page>;
  end(): Promise<void>;
}

/** Opens a page of a VS Code server that runs for this window alone. */
export async function openInBrowser(wanted: Wanted): Promise<Opened> {
  const { host, settings, trusted } = wanted;
  const server = await startServer({ host, settings, trusted, extensions: inject('extensions') });
  const browser = await chromium.launch({ executablePath: await ensureBrowser(), args: [...browserFlags] });
  const context = await browser.newContext({
    viewport: wanted.size,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  return {
    context,
    load: async () => {
      const page = await context.newPage();
      await page.goto(`${server.address}/?folder=${encodeURIComponent(wanted.folder)}`);
      return page;
    },
    end: async () => {
      await browser.close();
      await server.stop();
    },
  };
}

/**
 * Opens a window of a desktop VS Code. This could not be run where it was written, for lack of a way to the
 * download; the specs are the same.
 */
export async function openDesktop(wanted: Wanted): Promise<Opened> {
  const { host, settings, trusted } = wanted;
  const desktop = await prepareDesktop({ host, settings, trusted, vsix: inject('vsix') });
  const app = await electron.launch({
    executablePath: desktop.executable,
    args: [...desktop.args, wanted.folder],
  });
  return {
    context: app.context(),
    load: async () => {
      const page = await app.firstWindow();
      await page.setViewportSize(wanted.size);
      return page;
    },
    end: async () => {
      await app.close();
      await desktop.remove();
    },
  };
}
