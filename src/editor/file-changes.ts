import { Disposable, workspace, type GlobPattern, type Uri } from 'vscode';

/**
 * Calls back with the files that match a pattern and have come, changed or gone. A file watcher may tell late, or not
 * at all in a folder that is new; what is saved, made, moved or removed in the editor itself is told at once, with
 * files and folders of any name: `mayHold` says which of those are of interest.
 */
export function watchFiles(
  pattern: GlobPattern,
  mayHold: (uri: Uri) => boolean,
  onChange: (uri: Uri) => void,
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
      byHand([uri]);
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
