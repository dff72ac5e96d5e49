import { Uri, workspace } from 'vscode';

/** The text of a file: of its document when it is open, saved or not, else from the file system. Rejects when unreadable. */
export async function readText(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  return open ? open.getText() : new TextDecoder().decode(await workspace.fs.readFile(uri));
}

/** Whether a file exists. */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** The folder a file or folder lies in. */
export function parentOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}

/** The way from a folder down to a file or folder in it, with `/`; empty when it is the same. */
export function pathBelow(folder: Uri, uri: Uri): string {
  return uri.path.slice(folder.path.replace(/\/$/, '').length).replace(/^\//, '');
}
