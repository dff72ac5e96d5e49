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
import type { Knowledge } from '../knowledge/types';
import { readConfigFile, type ConfigProblem, type ReadConfig } from '../lint/config-file';
import { OWN_FOLDER, CONFIG_NAMES, type ConfigFile } from '../lint/config-schema';
import { RULE_METAS } from '../lint/rule-metas';
import { DisposableStore } from './disposable';
import { watchFiles } from './file-changes';
import { exists, parentOf, readText } from './text-files';

const ANYWHERE = `**/{${CONFIG_NAMES.join(',')}}`;

/** Milliseconds in which several changes, such as keystrokes, are taken as one. */
const QUIET = 200;

/** More configuration files than that are not looked through for mistakes. */
const MOST = 200;

/** The configuration that holds for a document. */
export interface FoundConfig {
  readonly uri: Uri;
  readonly config: ConfigFile;
}

/**
 * Knows the configuration files of the workspace, as they are in their editors or on disk, and shows their mistakes as
 * problems. They are data, so they are read in a workspace that is not trusted as well.
 */
export class ConfigFiles extends DisposableStore {
  private readonly changed = this.register(new EventEmitter<void>());
  /** Fires when a configuration file has come, changed or gone. */
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly problems = this.register(
    languages.createDiagnosticCollection('design-docs-configuration'),
  );
  private readonly nearest = new Map<string, Promise<Uri | undefined>>();
  private readonly homes = new Map<string, Promise<Uri | undefined>>();
  private readonly read = new Map<string, Promise<ReadConfig>>();
  private readonly changing = new Map<string, Uri>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param knowledge gives what a project's folder knows: what a configuration may speak of */
  constructor(private readonly knowledge: (home: Uri | undefined) => Promise<Knowledge>) {
    super();
    this.register(
      watchFiles(
        ANYWHERE,
        isConfigFile,
        (uri) => {
          if (isConfigFile(uri)) this.soon(uri);
          else this.refresh();
        },
        (uri) => isConfigFile(uri) || isMaybeFolder(uri),
      ),
    );
    this.register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && isConfigFile(document.uri)) this.soon(document.uri);
      }),
    );
    // What was not saved is gone.
    this.register(
      workspace.onDidCloseTextDocument(({ uri }) => {
        if (isConfigFile(uri)) this.soon(uri);
      }),
    );
    this.register(workspace.onDidChangeWorkspaceFolders(() => void this.lookThroughAll()));
    void this.lookThroughAll();
  }

  /** The nearest configuration file up the tree, up to the workspace folder; undefined when there is none. */
  async for(document: Uri): Promise<FoundConfig | undefined> {
    const uri = await this.fileFor(document);
    return uri && { uri, config: (await this.configOf(uri)).config };
  }

  /**
   * The folder of a document's project, where its own knowledge and templates are: the nearest up the tree that has any,
   * else its workspace folder; for one that is not saved yet, the only folder there is. Undefined for any other.
   */
  async homeOf(document: Uri): Promise<Uri | undefined> {
    const top = workspace.getWorkspaceFolder(document)?.uri;
    const own = top && (await nearestTo(parentOf(document), top, [OWN_FOLDER], this.homes));
    if (own) return parentOf(own);
    const [only, another] = workspace.workspaceFolders ?? [];
    const willLie = document.scheme === 'untitled' && !another ? only : undefined;
    return top ?? willLie?.uri;
  }

  /** Reads all anew: what they may speak of has changed. */
  refresh(): void {
    this.nearest.clear();
    this.homes.clear();
    this.read.clear();
    this.problems.clear();
    void this.lookThroughAll();
    this.changed.fire();
  }

  override dispose(): void {
    clearTimeout(this.timer);
    super.dispose();
  }

  private async fileFor(document: Uri): Promise<Uri | undefined> {
    const top = workspace.getWorkspaceFolder(document)?.uri;
    return top && nearestTo(parentOf(document), top, CONFIG_NAMES, this.nearest);
  }

  private configOf(uri: Uri): Promise<ReadConfig> {
    const key = uri.toString();
    let read = this.read.get(key);
    if (!read) this.read.set(key, (read = this.load(uri)));
    return read;
  }

  private async load(uri: Uri): Promise<ReadConfig> {
    let concerns: string[];
    let text: string;
    try {
      concerns = (await this.knowledge(await this.homeOf(uri))).concerns.map(({ id }) => id);
      text = await readText(uri);
    } catch {
      // It has gone since it was found; its watcher will say so.
      this.problems.delete(uri);
      return { config: {}, problems: [] };
    }
    const read = readConfigFile(text, { rules: RULE_METAS, concerns });
    this.problems.set(uri, read.problems.map(toDiagnostic));
    return read;
  }

  private soon(uri: Uri): void {
    this.changing.set(uri.toString(), uri);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.reread([...this.changing.values()]);
      this.changing.clear();
    }, QUIET);
  }

  private reread(uris: readonly Uri[]): void {
    this.nearest.clear();
    for (const uri of uris) {
      this.read.delete(uri.toString());
      void this.configOf(uri);
    }
    this.changed.fire();
  }

  /** Mistakes are shown also in files that no open doc depends on. */
  private async lookThroughAll(): Promise<void> {
    this.nearest.clear();
    for (const uri of await workspace.findFiles(ANYWHERE, '**/node_modules/**', MOST))
      void this.configOf(uri);
  }
}

/** Whether a file is a configuration file by its name. A version of one that is only shown is none: it lies in no folder. */
function isConfigFile(uri: Uri): boolean {
  return (
    CONFIG_NAMES.some((name) => uri.path.endsWith(`/${name}`)) &&
    workspace.getWorkspaceFolder(uri) !== undefined
  );
}

/** Whether this may be a folder, which may hold configuration files: nobody says so once it has gone. */
function isMaybeFolder({ path }: Uri): boolean {
  return !/[^/]\.[^./]+$/.test(path);
}

function toDiagnostic({ message, line, column, endLine, endColumn }: ConfigProblem): Diagnostic {
  const range = new Range(line - 1, column - 1, endLine - 1, endColumn - 1);
  const diagnostic = new Diagnostic(range, message, DiagnosticSeverity.Warning);
  diagnostic.source = 'Design Docs';
  return diagnostic;
}

/** Finds the nearest file or folder of one of some names up the tree, and remembers it by the folder. */
function nearestTo(
  folder: Uri,
  top: Uri,
  names: readonly string[],
  known: Map<string, Promise<Uri | undefined>>,
): Promise<Uri | undefined> {
  const key = folder.toString();
  let found = known.get(key);
  if (!found) known.set(key, (found = findFrom(folder, top, names, known)));
  return found;
}

async function findFrom(
  folder: Uri,
  top: Uri,
  names: readonly string[],
  known: Map<string, Promise<Uri | undefined>>,
): Promise<Uri | undefined> {
  for (const name of names) {
    const uri = Uri.joinPath(folder, name);
    if (await exists(uri)) return uri;
  }
  const isTop = folder.path.length <= top.path.length;
  return isTop ? undefined : nearestTo(parentOf(folder), top, names, known);
}
