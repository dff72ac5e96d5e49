import { FileType, Uri, l10n, window, workspace } from 'vscode';
import type { ToHost } from './protocol';

type SavedFile = Extract<ToHost, { type: 'save' }>['files'][number];

/**
 * Saves pictures where the user says: one under a name, several in a folder. Asks before anything is overwritten.
 * Returns what to tell the user; undefined when they changed their mind.
 */
export async function saveFiles(
  files: readonly SavedFile[],
  near: Uri | undefined,
): Promise<string | undefined> {
  const [first, ...others] = files;
  if (!first) return undefined;
  return others.length === 0 ? saveOne(first, near) : saveSeveral(files, near);
}

async function saveOne(file: SavedFile, near: Uri | undefined): Promise<string | undefined> {
  const folder = startFolder(near);
  const target = await window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, `${file.name}.${file.kind}`) } : {}),
    filters: file.kind === 'svg' ? { SVG: ['svg'] } : { PNG: ['png'] },
    title: l10n.t('Save diagram'),
  });
  // VS Code's dialog has asked already when the file is there.
  if (!target) return undefined;
  await workspace.fs.writeFile(target, bytesOf(file));
  return l10n.t('Saved {0}.', workspace.asRelativePath(target));
}

async function saveSeveral(files: readonly SavedFile[], near: Uri | undefined): Promise<string | undefined> {
  const start = startFolder(near);
  const [folder] =
    (await window.showOpenDialog({
      ...(start ? { defaultUri: start } : {}),
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Save here'),
      title: l10n.t('Folder for {0} diagrams', files.length),
    })) ?? [];
  if (!folder) return undefined;
  const width = String(files.length).length;
  const targets = files.map((file, i) => ({
    file,
    uri: Uri.joinPath(folder, `${String(i + 1).padStart(width, '0')}-${file.name}.${file.kind}`),
  }));
  const there = (await Promise.all(targets.map(({ uri }) => exists(uri)))).filter((it) => it).length;
  if (there > 0) {
    const overwrite = l10n.t('Overwrite');
    const question = l10n.t('{0} of these files exist already. Overwrite them?', there);
    if ((await window.showWarningMessage(question, { modal: true }, overwrite)) !== overwrite)
      return undefined;
  }
  for (const { file, uri } of targets) await workspace.fs.writeFile(uri, bytesOf(file));
  return l10n.t('Saved {0} diagrams in {1}.', files.length, workspace.asRelativePath(folder));
}

/** The document's folder; the first workspace folder for a document that is not saved. */
function startFolder(near: Uri | undefined): Uri | undefined {
  if (near && workspace.fs.isWritableFileSystem(near.scheme) === true) return Uri.joinPath(near, '..');
  return workspace.workspaceFolders?.[0]?.uri;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.File) !== 0;
  } catch {
    return false;
  }
}

function bytesOf({ kind, content }: SavedFile): Uint8Array {
  if (kind === 'svg') return new TextEncoder().encode(content);
  return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
}
