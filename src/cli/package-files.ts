import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIBRARY, libraryFiles, type FileSource } from '../knowledge/file-source';

/** The folder this package is installed in: the parent of the `dist` folder that holds this code. */
export const PACKAGE_ROOT = join(__dirname, '..');

/** The library shipped in this package. */
export async function packageFiles(): Promise<FileSource> {
  return libraryFiles(await readFile(join(PACKAGE_ROOT, LIBRARY), 'utf8'));
}

/** The version of this package. */
export async function packageVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
}
