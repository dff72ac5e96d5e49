import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LIBRARY, libraryFiles, type FileSource } from '../knowledge/file-source';

/** The library shipped in this package, in the `dist` folder that holds this code. */
export async function packageFiles(): Promise<FileSource> {
  return libraryFiles(await readFile(join(__dirname, '..', LIBRARY), 'utf8'));
}
