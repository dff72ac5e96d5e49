import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileSource } from '../knowledge/file-source';

/** Files below a folder of the disk. */
export function folderFiles(root: string): FileSource {
  const names = async (folder: string, areFolders: boolean): Promise<string[]> => {
    try {
      const entries = await readdir(join(root, folder), { withFileTypes: true });
      const wanted = entries.filter((entry) => entry.isDirectory() === areFolders);
      return wanted.map(({ name }) => name).sort();
    } catch {
      return [];
    }
  };
  return {
    list: (folder) => names(folder, false),
    folders: (folder) => names(folder, true),
    read: (path) => readFile(join(root, path), 'utf8'),
  };
}
