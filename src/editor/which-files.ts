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
import { parentOf, pathBelow } from './text-files';

const NONE: ReadonlySet<string> = new Set();
const ASKED = 'designDocs.askedFiles';

/** Knows which open documents are design docs. */
export class WhichFiles extends DisposableStore {
  private readonly changed = this.register(new EventEmitter<void>());
  /** Fires when the answer may have changed for documents whose text did not. */
  readonly onDidChange: Event<void> = this.changed.event;
  private readonly patterns = new Map<string, FilePatterns>();

  /** @param templates gives the ids of the templates that make a doc of ours */
  constructor(
    private readonly context: ExtensionContext,
    private readonly docs: DocStore,
    private readonly templates: () => Promise<ReadonlySet<string>>,
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
      named ? await this.templates() : NONE,
      await this.patternsOf(document.uri),
    );
  }

  private asked(): string[] {
    return this.context.workspaceState.get<string[]>(ASKED, []);
  }

  private async askFor(document: TextDocument | undefined): Promise<void> {
    if (document?.languageId !== 'markdown') return;
    const uri = document.uri.toString();
    await this.context.workspaceState.update(
      ASKED,
      [...this.asked().filter((other) => other !== uri), uri].slice(-200),
    );
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
