import { FileType, Uri, workspace } from 'vscode';
import type { FileSource } from '../knowledge/file-source';

/** Files below a folder of any file system VS Code can read: the disk, a remote machine, a browser's server. */
export function folderFiles(root: Uri): FileSource {
  return {
    async list(folder) {
      try {
        const entries = await workspace.fs.readDirectory(Uri.joinPath(root, folder));
        return entries
          .filter(([, type]) => (type & FileType.File) !== 0)
          .map(([name]) => name)
          .sort();
      } catch {
        return [];
      }
    },
    async read(path) {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(root, path)));
    },
  };
}
