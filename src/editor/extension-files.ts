import { FileType, Uri, workspace } from 'vscode';
import type { FileSource } from '../knowledge/file-source';

/** Files below a folder of any file system VS Code can read: the disk, a remote machine, a browser's server. */
export function folderFiles(root: Uri): FileSource {
  const names = async (folder: string, wanted: FileType): Promise<string[]> => {
    try {
      const entries = await workspace.fs.readDirectory(Uri.joinPath(root, folder));
      return entries
        .filter(([, type]) => (type & wanted) !== 0)
        .map(([name]) => name)
        .sort();
    } catch {
      return [];
    }
  };
  return {
    list: (folder) => names(folder, FileType.File),
    folders: (folder) => names(folder, FileType.Directory),
    async read(path) {
      return new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(root, path)));
    },
  };
}
