import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPILED, readCompiled, type CompiledLibrary } from '../knowledge/compiled-library';

/** The folder this package is installed in: the parent of the `dist` folder that holds this code. */
const PACKAGE_ROOT = join(__dirname, '..');

/** What is shipped in this package for linting. */
export async function packageLibrary(): Promise<CompiledLibrary> {
  return readCompiled(await readFile(join(__dirname, COMPILED), 'utf8'));
}

/** The version of this package. */
export async function packageVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : '';
  return String(version);
}
