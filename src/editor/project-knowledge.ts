import {
  Diagnostic,
  DiagnosticSeverity,
  EventEmitter,
  Range,
  Uri,
  languages,
  workspace,
  type Event,
} from 'vscode';
import { allNotes } from '../knowledge/all-notes';
import { loadKnowledge } from '../knowledge/load';
import type { Knowledge, KnowledgeProblem, Note } from '../knowledge/types';
import { OWN_FOLDER } from '../lint/config-schema';
import { DisposableStore } from './disposable';
import { folderFiles } from './extension-files';
import { watchOwnFolder } from './file-changes';
import { exists } from './text-files';

/** Milliseconds in which several changed files are taken as one change. */
const QUIET = 200;

/**
 * The knowledge of each project: what is shipped, with what the project adds in `.design-docs/knowledge` once the
 * workspace is trusted. Mistakes in a file of a project are problems of that file.
 */
export class ProjectKnowledge extends DisposableStore {
  private readonly changed = this.register(new EventEmitter<void>());
  /** Fires when the knowledge is another than before. */
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly problems = this.register(languages.createDiagnosticCollection('design-docs-knowledge'));
  private readonly loaded = new Map<string, Promise<Knowledge>>();
  private readonly files = new WeakMap<Note, Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** Gives what is shipped. */
    private readonly shipped: () => Promise<Knowledge>,
  ) {
    super();
    const soon = (): void => {
      this.soon();
    };
    this.register(watchOwnFolder('knowledge', soon));
    this.register(workspace.onDidGrantWorkspaceTrust(soon));
    this.register(workspace.onDidChangeWorkspaceFolders(soon));
  }

  /**
   * The knowledge of the project in a folder, loaded on first use: the same promise until it changes. A failure is
   * forgotten.
   *
   * @param home the project's folder; undefined for what is shipped
   */
  of(home: Uri | undefined): Promise<Knowledge> {
    if (!home || !workspace.isTrusted) return this.shipped();
    const key = home.toString();
    let knowledge = this.loaded.get(key);
    if (!knowledge) {
      knowledge = this.load(home).catch((error: unknown) => {
        this.loaded.delete(key);
        throw error;
      });
      this.loaded.set(key, knowledge);
    }
    return knowledge;
  }

  /** The project's own file of a note; undefined for a note that is shipped. */
  fileOf(note: Note): Uri | undefined {
    return this.files.get(note);
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.loaded.clear();
      this.problems.clear();
      this.changed.fire();
    }, QUIET);
  }

  private async load(home: Uri): Promise<Knowledge> {
    const shipped = await this.shipped();
    const root = Uri.joinPath(home, OWN_FOLDER);
    // Without files of its own a project shares what is worked out for the knowledge.
    if (!(await exists(Uri.joinPath(root, 'knowledge')))) return shipped;
    const knowledge = await loadKnowledge([folderFiles(root)], undefined, shipped);
    const before = new Set<Note>(allNotes(shipped));
    for (const note of allNotes(knowledge))
      if (!before.has(note)) this.files.set(note, Uri.joinPath(root, note.path));
    this.show(root, knowledge.problems);
    return knowledge;
  }

  private show(root: Uri, problems: readonly KnowledgeProblem[]): void {
    const byFile = new Map<string, Diagnostic[]>();
    for (const { path, line, message } of problems) {
      const range = new Range(line - 1, 0, line - 1, Number.MAX_SAFE_INTEGER);
      const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Warning);
      diagnostic.source = 'Design Docs';
      byFile.set(path, [...(byFile.get(path) ?? []), diagnostic]);
    }
    for (const [path, diagnostics] of byFile) this.problems.set(Uri.joinPath(root, path), diagnostics);
  }
}
