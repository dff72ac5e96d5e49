import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSource } from '../knowledge/file-source';

/** Files below a folder of the disk. */
export function folderFiles(root: string): FileSource {
  return {
    async list(folder) {
      try {
        const entries = await readdir(join(root, folder), { withFileTypes: true });
        return entries
          .filter((entry) => !entry.isDirectory())
          .map(({ name }) => name)
          .sort();
      } catch {
        return [];
      }
    },
    read: (path) => readFile(join(root, path), 'utf8'),
  };
}
