import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { run, runOrThrow } from './processes';
import { withProgress } from './progress';

/**
 * Finds a Chromium for the window, or installs one: Debian's own when this is Debian and root, else the
 * one that Playwright brings. Returns the path of its executable.
 */
export async function ensureBrowser(): Promise<string> {
  const found = findBrowser();
  if (found !== undefined) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    await withProgress({ what: 'Chromium, from the packages of this system' }, installFromDebian);
  } else {
    await withProgress({ what: 'Chromium, by Playwright' }, () =>
      runOrThrow('npx', ['playwright-core', 'install', 'chromium']),
    );
  }
  const installed = findBrowser();
  if (installed === undefined) {
    throw new Error(
      'No Chromium was found after its installation. Set DESIGN_DOCS_BROWSER to its executable.',
    );
  }
  return installed;
}

function findBrowser(): string | undefined {
  const candidates = [
    process.env['DESIGN_DOCS_BROWSER'],
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    chromium.executablePath(),
  ];
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path));
}

async function installFromDebian(): Promise<void> {
  // An outdated list of packages is reason enough for the installation to fail, a failed update is not.
  await run('apt-get', ['update', '-q']);
  await runOrThrow(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'],
    {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    },
  );
}
