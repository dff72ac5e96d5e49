import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { removeFolder, root, temporaryFolder } from '../server/places';
import { cleanWindow, writeSettings } from '../server/settings';
import type { Host } from '../server/versions';
import type { HostSuite } from './host-suites';

/**
 * Runs a set of specs in a desktop VS Code, downloaded when missing, and resolves with what they printed.
 * This path could not be run where it was written, for lack of a way to the download; the specs and what
 * they are bundled into are the same as for `runInServer`.
 */
export async function runOnDesktop(suite: HostSuite, host: Host, open: string | undefined): Promise<string> {
  const data = await temporaryFolder('desktop');
  const report = join(data, 'report.txt');
  await writeSettings(join(data, 'User'), cleanWindow);
  try {
    await runTests({
      version: host.vscode,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(root, 'dist/test', `${suite.name}.js`),
      extensionTestsEnv: { DESIGN_DOCS_REPORT: report },
      launchArgs: [
        ...(open === undefined ? [] : [open]),
        ...['--user-data-dir', data, '--disable-extensions', '--disable-workspace-trust'],
        ...(suite.web === true ? ['--extensionDevelopmentKind=web'] : []),
      ],
    }).catch(() => {
      // A failed spec ends VS Code with an error; the report tells which.
    });
    return await readFile(report, 'utf8').catch(() => '');
  } finally {
    await removeFolder(data);
  }
}
