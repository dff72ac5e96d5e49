import { Disposable, workspace, type GlobPattern, type Uri } from 'vscode';
import { OWN_FOLDER } from '../lint/config-schema';

/**
 * Calls back with the files that match a pattern and have come, changed or gone. A file watcher may tell late, or not
 * at all in a folder that is new; what is saved, made, moved or removed in the editor itself is told at once, with
 * files and folders of any name.
 *
 * @param isOne whether a file of any name is one of them
 * @param mayHold whether what was made, moved or removed is one of them, or may be a folder with some in it
 */
export function watchFiles(
  pattern: GlobPattern,
  isOne: (uri: Uri) => boolean,
  onChange: (uri: Uri) => void,
  mayHold = isOne,
): Disposable {
  const watcher = workspace.createFileSystemWatcher(pattern);
  const byHand = (uris: readonly Uri[]): void => {
    for (const uri of uris) if (mayHold(uri)) onChange(uri);
  };
  return Disposable.from(
    watcher,
    watcher.onDidCreate(onChange),
    watcher.onDidChange(onChange),
    watcher.onDidDelete(onChange),
    workspace.onDidSaveTextDocument(({ uri }) => {
      if (isOne(uri)) onChange(uri);
    }),
    workspace.onDidCreateFiles(({ files }) => {
      byHand(files);
    }),
    workspace.onDidDeleteFiles(({ files }) => {
      byHand(files);
    }),
    workspace.onDidRenameFiles(({ files }) => {
      byHand(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]));
    }),
  );
}

/** Calls back when something has changed in a folder of any project's own folder, or that folder has come or gone. */
export function watchOwnFolder(name: string, onChange: (uri: Uri) => void): Disposable {
  // A folder that is deleted says nothing of the files in it.
  const places = [OWN_FOLDER, `${OWN_FOLDER}/${name}`, `${OWN_FOLDER}/${name}/**`];
  const isInIt = ({ path }: Uri): boolean =>
    path.endsWith(`/${OWN_FOLDER}`) || `${path}/`.includes(`/${OWN_FOLDER}/${name}/`);
  return watchFiles(`**/{${places.join(',')}}`, isInIt, onChange);
}
