import type { BrowserContext, Page } from 'playwright-core';
import { freshCopy, sampleCopy } from '../server/places';
import type { Settings } from '../server/settings';
import { current, onDesktop, type Host } from '../server/versions';
import { openDesktop, openInBrowser } from './kinds-of-window';

/** How a window is opened. */
export interface WindowOptions {
  /** Folder to open a fresh copy of; the sample workspace when left out. */
  readonly workspace?: string;
  /** User settings on top of those for a clean window. */
  readonly settings?: Settings;
  /** Colour theme; dark when left out. */
  readonly theme?: keyof typeof themes;
  /** Size in CSS pixels; 1400 by 900 when left out. */
  readonly size?: { readonly width: number; readonly height: number };
  /** With false, the workspace opens in Restricted Mode. */
  readonly trusted?: boolean;
  /** Which VS Code; the current one when left out. */
  readonly host?: Host;
}

/** A VS Code window with the packaged extension installed. */
export interface Window {
  readonly page: Page;
  /** Absolute path of the copy that is open. */
  readonly folder: string;
  /** Errors on the console that are not VS Code's own: those of webviews, and those that name the extension. */
  readonly errors: readonly ConsoleError[];
  /** Addresses of all requests, those of webviews too. */
  readonly requests: readonly string[];
  /** Closes the window and removes all it wrote. */
  close(): Promise<void>;
}

/** An error on the console. */
export interface ConsoleError {
  readonly text: string;
  /** Address of the script or page it came from; empty when unknown. */
  readonly from: string;
}

const themes = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

/** Opens a VS Code of its own on a fresh copy of a folder, and waits until it can be used. */
export async function openWindow(options: WindowOptions = {}): Promise<Window> {
  const copy = await (options.workspace === undefined ? sampleCopy() : freshCopy(options.workspace, 'docs'));
  const settings = { 'workbench.colorTheme': themes[options.theme ?? 'dark'], ...options.settings };
  const opened = await (onDesktop ? openDesktop : openInBrowser)({
    folder: copy.path,
    settings,
    trusted: options.trusted ?? true,
    size: options.size ?? { width: 1400, height: 900 },
    host: options.host ?? current,
  });
  const recorded = record(opened.context);
  const close = async (): Promise<void> => {
    await opened.end();
    await copy.remove();
  };
  try {
    const page = await opened.load();
    await untilUsable(page);
    return { page, folder: copy.path, ...recorded, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits until the window takes commands, as after opening or reloading it. */
export async function untilUsable(page: Page): Promise<void> {
  await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
  // Files are listed and shown only once the connection to the server and its file system stands.
  const shown = [
    '.explorer-folders-view .monaco-list-row',
    '.editor-instance .view-line',
    'iframe.webview.ready',
  ];
  await page.locator(shown.join(', ')).first().waitFor({ timeout: 60_000 });
}

function record(context: BrowserContext): Pick<Window, 'errors' | 'requests'> {
  const errors: ConsoleError[] = [];
  const requests: string[] = [];
  const take = (error: ConsoleError): void => {
    if (!isOfVsCode(error)) errors.push(error);
  };
  context.on('request', (request) => requests.push(request.url()));
  context.on('console', (message) => {
    if (message.type() === 'error') take({ text: message.text(), from: message.location().url });
  });
  context.on('weberror', (error) => {
    take({ text: error.error().stack ?? error.error().message, from: error.page()?.url() ?? '' });
  });
  return { errors, requests };
}

/** Whether an error is one that this VS Code reports with no extension installed as well. */
function isOfVsCode({ text, from }: ConsoleError): boolean {
  if (text.includes('design-docs.design-docs') || from.includes('design-docs.design-docs')) return false;
  return (
    /static\/(?:src\/browser|out\/vs\/code|node_modules)\/|\/\?folder=|\/update\/check|open-vsx/.test(from) ||
    text === 'A bad HTTP response code (404) was received when fetching the script.'
  );
}
