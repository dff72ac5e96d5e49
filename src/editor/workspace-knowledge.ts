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
import { loadKnowledge } from '../knowledge/load';
import type { Knowledge, KnowledgeProblem } from '../knowledge/types';
import { OWN_FOLDER } from '../lint/config-schema';
import { DisposableStore } from './disposable';
import { folderFiles } from './extension-files';
import { watchOwnFolder } from './file-changes';

/** Milliseconds in which several changed files are taken as one change. */
const QUIET = 200;

/**
 * The knowledge: what is shipped, with what each workspace folder adds in `.design-docs/knowledge` once the workspace
 * is trusted. Mistakes in a file of the workspace are problems of that file.
 */
export class WorkspaceKnowledge extends DisposableStore {
  private readonly changed = this.register(new EventEmitter<void>());
  /** Fires when the knowledge is another than before. */
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly problems = this.register(languages.createDiagnosticCollection('design-docs-knowledge'));
  private loaded: Promise<Knowledge> | undefined;
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

  /** The knowledge, loaded on first use: the same promise until it changes. A failure is forgotten. */
  get(): Promise<Knowledge> {
    this.loaded ??= this.load().catch((error: unknown) => {
      this.loaded = undefined;
      throw error;
    });
    return this.loaded;
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.loaded = undefined;
      this.changed.fire();
    }, QUIET);
  }

  private async load(): Promise<Knowledge> {
    let knowledge = await this.shipped();
    const folders = workspace.isTrusted ? (workspace.workspaceFolders ?? []) : [];
    this.problems.clear();
    for (const { uri } of folders) {
      const root = Uri.joinPath(uri, OWN_FOLDER);
      knowledge = await loadKnowledge([folderFiles(root)], undefined, knowledge);
      this.show(root, knowledge.problems);
    }
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
