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
import { allNotes } from '../knowledge/all-notes';
import type { Concept, Knowledge, Note } from '../knowledge/types';
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

/** A plain note, known by its own name. */
interface PlainNote {
  readonly note: Concept;
  readonly file: NoteFile;
}

/** The plain notes, and for the knowledge of each project that knowledge with them. */
interface ReadNotes {
  readonly plain: Promise<readonly PlainNote[]>;
  readonly together: WeakMap<Knowledge, Knowledge>;
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
  private read: ReadNotes | undefined;
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

  /** The knowledge that holds for a document, with the plain notes among its concepts: the same object until it changes. */
  async get(document: Uri | undefined): Promise<Knowledge> {
    const knowledge = await this.services.knowledge(document);
    const read = (this.read ??= { plain: this.load(), together: new WeakMap() });
    const plain = await read.plain.catch((error: unknown) => {
      if (this.read === read) this.read = undefined;
      throw error;
    });
    let together = read.together.get(knowledge);
    if (!together) read.together.set(knowledge, (together = this.put(plain, knowledge)));
    return together;
  }

  /**
   * The note with an id, if there is one for a document: as its file is now, whether or not a watcher has told of a
   * change.
   */
  async byId(id: string, document: Uri | undefined): Promise<Note | undefined> {
    const find = async (): Promise<Note | undefined> =>
      allNotes(await this.get(document)).find((note) => note.id === id);
    const note = await find();
    const file = note && this.files.get(note);
    if (!file || (await changedAt(file.uri)) === file.changed) return note;
    this.read = undefined;
    return find();
  }

  /** The team's own file of a note; undefined for a note that is shipped. */
  async fileOf(note: Note): Promise<Uri | undefined> {
    const file = this.files.get(note)?.uri ?? this.services.fileOfNote(note);
    return file && (await exists(file)) ? file : undefined;
  }

  override dispose(): void {
    clearTimeout(this.timer);
    for (const watcher of this.watchers) watcher.dispose();
    super.dispose();
  }

  private forget(): void {
    this.read = undefined;
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

  private async load(): Promise<readonly PlainNote[]> {
    const plain: PlainNote[] = [];
    for (const { workspaceFolder, names } of notesFolders()) {
      for (const path of await markdownIn(workspaceFolder.uri, names)) {
        const uri = Uri.joinPath(workspaceFolder.uri, path);
        if (plain.some(({ file }) => file.uri.toString() === uri.toString())) continue;
        try {
          const changed = await changedAt(uri);
          const note = plainNote(path, new TextDecoder().decode(await workspace.fs.readFile(uri)));
          plain.push({ note, file: { uri, changed } });
        } catch (error) {
          this.services.output.warn(`The note ${path} cannot be read: ${String(error)}`);
        }
      }
    }
    return plain;
  }

  private put(plain: readonly PlainNote[], knowledge: Knowledge): Knowledge {
    if (plain.length === 0) return knowledge;
    const taken = new Set(allNotes(knowledge).map(({ id }) => id));
    const notes = withPlainNotes(
      taken,
      plain.map(({ note }) => note),
    );
    notes.forEach((note, i) => {
      const file = plain[i]?.file;
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
