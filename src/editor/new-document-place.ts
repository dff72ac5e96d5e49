import { FileSystemError, FileType, Uri, l10n, workspace, type WorkspaceFolder } from 'vscode';
import { DEFAULT_FILE_NAME, fileName, type NameProblem, type NameResult } from '../templates/file-name';
import { DEFAULT_FOLDER, folderInWorkspace } from '../templates/folder';
import { today } from './today';

/** Where a new doc will lie. */
export interface DocPlace {
  readonly folder: Uri;
  /** The folder as people know it: relative to its workspace folder, with `/` at the end unless empty. */
  readonly shown: string;
  /** The pattern of file names there. */
  readonly pattern: string;
}

/** Something the user has to put right first, in words for him; `setting` is the setting to change. */
export class PlaceError extends Error {
  constructor(
    message: string,
    readonly setting?: string,
  ) {
    super(message);
  }
}

/**
 * The place that the settings of a workspace folder name, or `chosen`, a folder in it. Throws a `PlaceError` when the
 * settings make no sense or nothing can be written there.
 */
export function placeIn(workspaceFolder: WorkspaceFolder, chosen?: Uri): DocPlace {
  const settings = workspace.getConfiguration('designDocs', workspaceFolder.uri);
  const pattern = settings.get('fileName', DEFAULT_FILE_NAME).trim();
  const trial = fileName({ pattern, title: 'a', date: '2000-01-01', taken: [] });
  if (trial.problem?.startsWith('pattern-'))
    throw new PlaceError(wordsFor(trial.problem, trial.about), 'designDocs.fileName');
  if (workspace.fs.isWritableFileSystem(workspaceFolder.uri.scheme) === false) {
    throw new PlaceError(l10n.t('“{0}” is read-only: nothing can be created there.', workspaceFolder.name));
  }
  const setting = settings.get('folder', DEFAULT_FOLDER);
  const relative = folderInWorkspace(setting);
  if (!chosen && relative === undefined) {
    throw new PlaceError(
      l10n.t(
        'The folder for design docs, “{0}”, is not inside the workspace folder. Give a path relative to it.',
        setting,
      ),
      'designDocs.folder',
    );
  }
  const folder = chosen ?? Uri.joinPath(workspaceFolder.uri, relative ?? '');
  const path = workspace.asRelativePath(folder, (workspace.workspaceFolders?.length ?? 0) > 1);
  const isRoot = folder.path.replace(/\/$/, '') === workspaceFolder.uri.path.replace(/\/$/, '');
  return { folder, shown: isRoot ? '' : `${path}/`, pattern };
}

/** Names of what a folder holds; none when it does not exist yet. */
export async function namesIn(folder: Uri): Promise<string[]> {
  try {
    return (await workspace.fs.readDirectory(folder)).map(([name]) => name);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return [];
    throw error;
  }
}

/** The folder itself, or the folder of a file. */
export async function folderOf(uri: Uri): Promise<Uri> {
  const { type } = await workspace.fs.stat(uri);
  return (type & FileType.Directory) !== 0 ? uri : Uri.joinPath(uri, '..');
}

/** The file name of a doc with a title, at a place where `taken` are. */
export function nameAt(place: DocPlace, title: string, taken: readonly string[]): NameResult {
  return fileName({ pattern: place.pattern, title, date: today(), taken });
}

/** Why a name is refused, for the user. */
export function wordsFor(problem: NameProblem, about: string): string {
  switch (problem) {
    case 'no-letters':
      return l10n.t('A title needs at least one letter or digit.');
    case 'taken':
      return l10n.t('“{0}” exists already: choose another title.', about);
    case 'reserved':
      return l10n.t('Windows cannot have a file called “{0}”: choose another title.', about);
    case 'pattern-leaves-folder':
      return l10n.t(
        'The pattern for file names, “{0}”, must not contain slashes: the folder has a setting of its own.',
        about,
      );
    case 'pattern-not-markdown':
      return l10n.t('The pattern for file names, “{0}”, must be a name that ends in .md.', about);
    case 'pattern-has-forbidden-characters':
      return l10n.t(
        'The pattern for file names, “{0}”, contains characters that no file name may have.',
        about,
      );
    case 'pattern-unknown-field':
      return l10n.t(
        'The pattern for file names contains “{0}”; it can use {number}, {title} and {date}.',
        about,
      );
  }
}
