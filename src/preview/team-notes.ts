import {
  EventEmitter,
  FileType,
  RelativePattern,
  Uri,
  workspace,
  type Disposable,
  type Event,
  type WorkspaceFolder,
} from 'vscode';
import { DisposableStore } from '../editor/disposable';
import type { Services } from '../editor/services';
import { watchFiles } from '../editor/file-changes';
import { exists } from '../editor/text-files';
import type { Concept, Knowledge, Note } from '../knowledge/types';
import { OWN_FOLDER } from '../lint/config-schema';
import { allNotes } from './note-search';
import { namesOfFolder, plainNote, withPlainNotes } from './plain-note';

const SETTING = 'designDocs.notesFolders';

/** What of a folder is read at most: a folder of notes is no archive. */
const MOST_FILES = 500;
const MOST_BYTES = 500_000;
const DEEPEST = 8;

/** Milliseconds in which several changed files are taken as one change. */
const QUIET = 200;

/** The file a plain note was read from. */
interface NoteFile {
  readonly uri: Uri;
  /** When it was last changed, in milliseconds since 1970. */
  readonly changed: number;
}

interface NotesFolder {
  readonly workspaceFolder: WorkspaceFolder;
  readonly names: readonly string[];
}

/**
 * The notes the panel shows: the knowledge, and the plain Markdown files in the folders of `designDocs.notesFolders`
 * once the workspace is trusted.
 */
export class TeamNotes extends DisposableStore {
  private readonly changed = this.register(new EventEmitter<void>());
  /** Fires when a note is another than before. */
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly files = new WeakMap<Note, NoteFile>();
  private watchers: Disposable[] = [];
  private loaded: Promise<Knowledge> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly services: Services) {
    super();
    const again = (): void => {
      this.watch();
      this.forget();
    };
    this.register(
      services.onDidChangeKnowledge(() => {
        this.forget();
      }),
    );
    this.register(workspace.onDidGrantWorkspaceTrust(again));
    this.register(workspace.onDidChangeWorkspaceFolders(again));
    this.register(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(SETTING)) again();
      }),
    );
    this.watch();
  }

  /** The knowledge with the plain notes among its concepts: the same promise until it changes. */
  get(): Promise<Knowledge> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  /** The note with an id, if there is one: as its file is now, whether or not a watcher has told of a change. */
  async byId(id: string): Promise<Note | undefined> {
    const find = async (): Promise<Note | undefined> =>
      allNotes(await this.get()).find((note) => note.id === id);
    const note = await find();
    const file = note && this.files.get(note);
    if (!file || (await changedAt(file.uri)) === file.changed) return note;
    this.loaded = undefined;
    return find();
  }

  /** The workspace's own file of a note; undefined for a note that is shipped. */
  async fileOf(note: Note): Promise<Uri | undefined> {
    const plain = this.files.get(note);
    if (plain) return plain.uri;
    if (!workspace.isTrusted) return undefined;
    // The last folder's file takes the place of the others.
    for (const { uri } of (workspace.workspaceFolders ?? []).toReversed()) {
      const own = Uri.joinPath(uri, OWN_FOLDER, note.path);
      if (await exists(own)) return own;
    }
    return undefined;
  }

  override dispose(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.dispose();
    super.dispose();
  }

  private forget(): void {
    this.loaded = undefined;
    this.changed.fire();
  }

  private watch(): void {
    for (const watcher of this.watchers) watcher.dispose();
    const soon = (): void => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.forget();
      }, QUIET);
    };
    this.watchers = notesFolders().map(({ workspaceFolder, names }) => {
      const pattern = new RelativePattern(workspaceFolder, [...names, '**'].join('/'));
      const folder = Uri.joinPath(workspaceFolder.uri, ...names).path;
      return watchFiles(pattern, ({ path }) => `${path}/`.startsWith(`${folder}/`), soon);
    });
  }

  private async load(): Promise<Knowledge> {
    const knowledge = await this.services.knowledge();
    const plain: Concept[] = [];
    const files: NoteFile[] = [];
    for (const { workspaceFolder, names } of notesFolders()) {
      for (const path of await markdownIn(workspaceFolder.uri, names)) {
        const uri = Uri.joinPath(workspaceFolder.uri, path);
        if (files.some((other) => other.uri.toString() === uri.toString())) continue;
        try {
          const changed = await changedAt(uri);
          plain.push(plainNote(path, new TextDecoder().decode(await workspace.fs.readFile(uri))));
          files.push({ uri, changed });
        } catch (error) {
          this.services.output.warn(`The note ${path} cannot be read: ${String(error)}`);
        }
      }
    }
    if (plain.length === 0) return knowledge;
    const notes = withPlainNotes(new Set(allNotes(knowledge).map(({ id }) => id)), plain);
    notes.forEach((note, i) => {
      const file = files[i];
      if (file) this.files.set(note, file);
    });
    return { ...knowledge, concepts: [...knowledge.concepts, ...notes] };
  }
}

/** The folders that are set, of each workspace folder; none before the workspace is trusted. */
function notesFolders(): NotesFolder[] {
  if (!workspace.isTrusted) return [];
  return (workspace.workspaceFolders ?? []).flatMap((workspaceFolder) => {
    const set = workspace.getConfiguration('designDocs', workspaceFolder.uri).get<unknown>('notesFolders');
    return (Array.isArray(set) ? set : []).flatMap((path: unknown) => {
      const names = namesOfFolder(path);
      return names ? [{ workspaceFolder, names }] : [];
    });
  });
}

/**
 * Paths, below a root, of the Markdown files in a folder and those in it, sorted. A symbolic link is not followed: it
 * may lead out of the workspace.
 */
async function markdownIn(root: Uri, names: readonly string[]): Promise<string[]> {
  for (let length = 1; length <= names.length; length++) {
    if ((await typeOf(Uri.joinPath(root, ...names.slice(0, length)))) !== FileType.Directory) return [];
  }
  const found: string[] = [];
  const below = async (folder: readonly string[], depth: number): Promise<void> => {
    const entries = await workspace.fs.readDirectory(Uri.joinPath(root, ...folder));
    for (const [name, type] of entries.sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (found.length >= MOST_FILES || name.startsWith('.') || name === 'node_modules') continue;
      const path = [...folder, name];
      if (type === FileType.Directory && depth < DEEPEST) await below(path, depth + 1);
      else if (type === FileType.File && /\.(?:md|markdown)$/i.test(name) && (await isSmall(root, path)))
        found.push(path.join('/'));
    }
  };
  await below(names, 0);
  return found;
}

async function typeOf(uri: Uri): Promise<FileType> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return FileType.Unknown;
  }
}

/** When a file was last changed; 0 for one that is gone. */
async function changedAt(uri: Uri): Promise<number> {
  try {
    return (await workspace.fs.stat(uri)).mtime;
  } catch {
    return 0;
  }
}

async function isSmall(root: Uri, path: readonly string[]): Promise<boolean> {
  return (await workspace.fs.stat(Uri.joinPath(root, ...path))).size <= MOST_BYTES;
}
