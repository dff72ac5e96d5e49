import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureHost } from './install-host';
import { downloads, removeFolder, temporaryFolder } from './places';
import { run, runOrThrow } from './processes';
import { withProgress } from './progress';
import { current } from './versions';

/**
 * Builds the extension's package as it would be published, and returns its path. What `npm start` and the
 * window tests show is therefore what a person installs, with nothing that the package forgot.
 */
export async function packageExtension(): Promise<string> {
  const vsix = join(downloads, 'design-docs.vsix');
  await mkdir(downloads, { recursive: true });
  await withProgress({ what: 'The package of the extension' }, () =>
    runOrThrow('npm', ['run', '--silent', 'package', '--', '--out', vsix]),
  );
  return vsix;
}

/** Installs a package for the server, and returns the extensions folder it is in, a new temporary one. */
export async function installExtension(vsix: string): Promise<string> {
  const { node, server } = await ensureHost(current);
  const folder = await temporaryFolder('extensions');
  const data = await temporaryFolder('data');
  const { code, output } = await run(node, [
    server,
    ...['--install-extension', vsix, '--extensions-dir', folder],
    ...['--server-data-dir', data, '--accept-server-license-terms'],
  ]);
  await removeFolder(data);
  if (code !== 0 || !output.includes('successfully installed')) {
    throw new Error(`VS Code did not install ${vsix}:\n${output}`);
  }
  return folder;
}
