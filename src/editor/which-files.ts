import {
  EventEmitter,
  commands,
  window,
  workspace,
  type Event,
  type ExtensionContext,
  type TextDocument,
  type Uri,
} from 'vscode';
import { frontMatterValue } from '../document/front-matter';
import {
  DEFAULT_PATTERNS,
  configuredPatterns,
  isDesignDocFile,
  type FilePatterns,
} from '../lint/design-doc-files';
import type { ConfigFiles, FoundConfig } from './config-files';
import { DisposableStore } from './disposable';
import type { DocStore } from './doc-store';
import { watchOwnFolder } from './file-changes';
import { parentOf, pathBelow } from './text-files';

const NONE: ReadonlySet<string> = new Set();
const ASKED = 'designDocs.askedFiles';

/** Knows which open documents are design docs. */
export class WhichFiles extends DisposableStore {
  private readonly changed = this.register(new EventEmitter<void>());
  /** Fires when the answer may have changed for documents whose text did not. */
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly patterns = new Map<string, FilePatterns>();

  /** @param templates gives the ids of the templates that make a doc of ours, those of a project's folder among them */
  constructor(
    private readonly context: ExtensionContext,
    private readonly docs: DocStore,
    private readonly templates: (home: Uri | undefined) => Promise<ReadonlySet<string>>,
    private readonly configs: ConfigFiles,
  ) {
    super();
    this.register(
      configs.onDidChange(() => {
        this.patterns.clear();
        this.changed.fire();
      }),
    );
    this.register(
      workspace.onDidChangeConfiguration((event) => {
        if (
          !event.affectsConfiguration('designDocs.include') &&
          !event.affectsConfiguration('designDocs.exclude')
        )
          return;
        this.patterns.clear();
        this.changed.fire();
      }),
    );
    this.register(
      watchOwnFolder('templates', () => {
        this.changed.fire();
      }),
    );
    this.register(workspace.onDidRenameFiles(({ files }) => void this.follow(files)));
    this.register(
      commands.registerCommand('designDocs.checkThisFile', () =>
        this.askFor(window.activeTextEditor?.document),
      ),
    );
  }

  /** Whether a document is a design doc: its front matter says so, it lies where they lie, or the user asked. */
  async has(document: TextDocument): Promise<boolean> {
    if (document.languageId !== 'markdown' || document.uri.scheme === 'git') return false;
    if (this.asked().includes(document.uri.toString())) return true;
    const folder = workspace.getWorkspaceFolder(document.uri);
    const path = folder && pathBelow(folder.uri, document.uri);
    const { frontMatter } = this.docs.get(document);
    // The list of templates is only needed, and so only loaded, for a doc that names one.
    const named = frontMatterValue(frontMatter, 'template') !== undefined;
    return isDesignDocFile(
      path,
      frontMatter,
      named ? await this.templates(await this.configs.homeOf(document.uri)) : NONE,
      await this.patternsOf(document.uri),
    );
  }

  private asked(): string[] {
    return this.context.workspaceState.get<string[]>(ASKED, []);
  }

  private async askFor(document: TextDocument | undefined): Promise<void> {
    if (document?.languageId !== 'markdown') return;
    const uri = document.uri.toString();
    await this.setAsked([...this.asked().filter((other) => other !== uri), uri].slice(-200));
  }

  /** A file that was asked for stays so under its new name, also where its folder has got one. */
  private async follow(moved: readonly { readonly oldUri: Uri; readonly newUri: Uri }[]): Promise<void> {
    const asked = this.asked();
    const now = asked.map((uri) => {
      const move = moved.find(({ oldUri }) => `${uri}/`.startsWith(`${oldUri.toString()}/`));
      return move ? move.newUri.toString() + uri.slice(move.oldUri.toString().length) : uri;
    });
    if (now.some((uri, i) => uri !== asked[i])) await this.setAsked([...new Set(now)]);
  }

  private async setAsked(uris: readonly string[]): Promise<void> {
    await this.context.workspaceState.update(ASKED, uris);
    this.changed.fire();
  }

  /** The same object while settings and configuration stay, so that patterns are compiled once. */
  private async patternsOf(uri: Uri): Promise<FilePatterns> {
    const found = await this.configs.for(uri);
    const folder = workspace.getWorkspaceFolder(uri)?.uri;
    const key = `${folder?.toString() ?? ''}\n${found?.uri.toString() ?? ''}`;
    let patterns = this.patterns.get(key);
    if (!patterns) this.patterns.set(key, (patterns = makePatterns(uri, folder, found)));
    return patterns;
  }
}

/** What the configuration file says goes before the settings; its patterns are relative to its own folder. */
function makePatterns(uri: Uri, folder: Uri | undefined, found: FoundConfig | undefined): FilePatterns {
  const settings = workspace.getConfiguration('designDocs', uri);
  const below = folder && found ? pathBelow(folder, parentOf(found.uri)) : '';
  return configuredPatterns(below, found?.config ?? {}, {
    include: texts(settings.get('include')) ?? DEFAULT_PATTERNS.include,
    exclude: texts(settings.get('exclude')) ?? DEFAULT_PATTERNS.exclude,
  });
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : undefined;
}
