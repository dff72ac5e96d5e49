import { EventEmitter, commands, window, workspace, type Event, type ExtensionContext, type TextDocument, type Uri } from 'vscode';
import { frontMatterValue } from '../document/front-matter';
import { DEFAULT_PATTERNS, isDesignDocFile, type FilePatterns } from '../lint/design-doc-files';
import { DisposableStore } from './disposable';
import type { DocStore } from './doc-store';

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
  ) {
    super();
    this.register(
      workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration('designDocs.include') && !event.affectsConfiguration('designDocs.exclude')) return;
        this.patterns.clear();
        this.changed.fire();
      }),
    );
    this.register(commands.registerCommand('designDocs.checkThisFile', () => this.askFor(window.activeTextEditor?.document)));
  }

  /** Whether a document is a design doc: its front matter says so, it lies where they lie, or the user asked. */
  async has(document: TextDocument): Promise<boolean> {
    if (document.languageId !== 'markdown' || document.uri.scheme === 'git') return false;
    if (this.asked().includes(document.uri.toString())) return true;
    const folder = workspace.getWorkspaceFolder(document.uri);
    const path = folder ? document.uri.path.slice(folder.uri.path.length).replace(/^\//, '') : undefined;
    const { frontMatter } = this.docs.get(document);
    // The list of templates is only needed, and so only loaded, for a doc that names one.
    const named = frontMatterValue(frontMatter, 'template') !== undefined;
    return isDesignDocFile(path, frontMatter, named ? await this.templates() : NONE, this.patternsOf(document.uri));
  }

  private asked(): string[] {
    return this.context.workspaceState.get<string[]>(ASKED, []);
  }

  private async askFor(document: TextDocument | undefined): Promise<void> {
    if (document?.languageId !== 'markdown') return;
    const uri = document.uri.toString();
    await this.context.workspaceState.update(ASKED, [...this.asked().filter((other) => other !== uri), uri].slice(-200));
    this.changed.fire();
  }

  /** The same object while the settings stay, so that patterns are compiled once. */
  private patternsOf(uri: Uri): FilePatterns {
    const key = workspace.getWorkspaceFolder(uri)?.uri.toString() ?? '';
    let patterns = this.patterns.get(key);
    if (!patterns) {
      const settings = workspace.getConfiguration('designDocs', uri);
      patterns = { include: texts(settings.get('include')), exclude: texts(settings.get('exclude')) };
      if (patterns.include.length === 0 && settings.get('include') === undefined) patterns = DEFAULT_PATTERNS;
      this.patterns.set(key, patterns);
    }
    return patterns;
  }
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
