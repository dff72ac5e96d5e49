import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ensureHost } from './install-host';
import { downloads, removeFolder, root, temporaryFolder } from './places';
import { run, runOrThrow } from './processes';
import { withProgress } from './progress';
import { current } from './versions';

/**
 * Builds the extension's package as it would be published unless it is up to date, and returns its path. What
 * `npm start` and the window tests show is therefore what a person installs, with nothing that the package forgot.
 */
export async function packageExtension(): Promise<string> {
  const vsix = join(downloads, 'design-docs.vsix');
  if ((await newestChange(sources)) < (await changed(vsix))) return vsix;
  await mkdir(downloads, { recursive: true });
  await withProgress({ what: 'Building and packaging the extension' }, async () => {
    await runOrThrow(process.execPath, ['esbuild.mjs']);
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Manifest;
    const staging = await stage(manifest);
    const [, ...asInScript] = manifest.scripts.package.split(' ');
    const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
    await runOrThrow(process.execPath, [vsce, ...asInScript, '--out', vsix], { cwd: staging });
    await removeFolder(staging);
  });
  return vsix;
}

/** What the package is made of, and with. */
const sources = [
  ...['src', 'media', 'snippets', 'l10n', 'docs', 'README.md', 'CHANGELOG.md', 'LICENSE'],
  ...['esbuild.mjs', 'package.json', 'package.nls.json', 'package-lock.json'],
];

/** When any of these files and folders, or anything in them, was changed last: ms since 1970, 0 for none. */
async function newestChange(paths: readonly string[]): Promise<number> {
  let newest = 0;
  for (const path of paths) {
    const inside = await readdir(join(root, path), { recursive: true }).catch(() => []);
    for (const each of ['.', ...inside]) newest = Math.max(newest, await changed(join(root, path, each)));
  }
  return newest;
}

function changed(path: string): Promise<number> {
  return stat(path).then(
    (it) => it.mtimeMs,
    () => 0,
  );
}

interface Manifest {
  readonly scripts: { readonly package: string };
}

/** What never belongs in the package, and would take the packager ten seconds to look through. */
const leftOut = new Set(['.git', '.vscode-test', 'node_modules', 'src', 'test', 'test-results']);

/** Copies what may belong in the package to a folder of its own, without the script that builds it anew. */
async function stage(manifest: Manifest): Promise<string> {
  const staging = await temporaryFolder('package');
  await cp(root, staging, {
    recursive: true,
    filter: (path) => !leftOut.has(relative(root, path).split(sep)[0] ?? ''),
  });
  await writeFile(join(staging, 'package.json'), JSON.stringify({ ...manifest, scripts: {} }));
  return staging;
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
