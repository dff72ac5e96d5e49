import { EventEmitter, workspace, type Event, type LogOutputChannel, type TextDocument } from 'vscode';
import type { Reading } from '../knowledge/reading';
import type { Knowledge } from '../knowledge/types';
import type { LintConfig } from '../lint/config';
import { lint, type LintResult } from '../lint/lint';
import type { Finding } from '../rules/finding';
import { parseDesignDoc } from '../document/parse';
import type { DesignDoc } from '../document/types';
import type { ConfigFiles } from './config-files';
import { DisposableStore } from './disposable';
import type { DocStore } from './doc-store';
import { lintSettings } from './lint-settings';
import type { ProjectKnowledge } from './project-knowledge';
import { today } from './today';
import type { WhichFiles } from './which-files';

/** Milliseconds of quiet after an edit before the doc is linted. */
const QUIET = 300;

/** Milliseconds after which a run lets other work have its turn: a long doc takes seconds. */
const TURN = 30;

/** What the linter found in one document, valid for that version only. */
export interface Findings {
  readonly version: number;
  readonly findings: readonly Finding[];
  /** What the doc answers, and where. */
  readonly reading: Reading;
  /** What the linter was told to do. */
  readonly config: LintConfig;
}

/** A text as read, and what was found in it. */
export interface CheckedText {
  readonly doc: DesignDoc;
  readonly findings: readonly Finding[];
}

/** Lints design docs when they open and while they are edited. Findings of an outdated version are never shown. */
export class Linter extends DisposableStore {
  private readonly results = new Map<TextDocument, Findings>();
  private readonly runs = new Map<TextDocument, AbortController>();
  private readonly started = new Map<TextDocument, Promise<void>>();
  private readonly timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  private readonly changed = this.register(new EventEmitter<TextDocument>());
  /** Fires with the document whose findings have changed, also when it has none any more. */
  readonly onDidChange: Event<TextDocument> = this.changed.event;

  constructor(
    private readonly docs: DocStore,
    private readonly files: WhichFiles,
    private readonly configs: ConfigFiles,
    private readonly knowledge: ProjectKnowledge,
    private readonly output: LogOutputChannel,
  ) {
    super();
    this.register(
      workspace.onDidOpenTextDocument((document) => {
        this.soon(document, 0);
      }),
    );
    this.register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.soon(document, QUIET);
      }),
    );
    this.register(
      workspace.onDidCloseTextDocument((document) => {
        this.forget(document);
      }),
    );
    this.register(
      files.onDidChange(() => {
        this.all();
      }),
    );
    this.register(
      knowledge.onDidChange(() => {
        this.all();
      }),
    );
    this.register(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('designDocs')) this.all();
      }),
    );
    this.all();
  }

  /** The findings of a document's current version; undefined while it has not been linted since its last edit. */
  get(document: TextDocument): Findings | undefined {
    const result = this.results.get(document);
    return result?.version === document.version ? result : undefined;
  }

  /** The same without waiting for quiet: what is still to be linted is linted first. Undefined when that cannot be. */
  async now(document: TextDocument): Promise<Findings | undefined> {
    if (this.timers.has(document)) this.start(document);
    await this.started.get(document);
    return this.get(document);
  }

  /** What would be found in a document if its text were another. Rejects when the knowledge cannot be loaded. */
  async check(document: TextDocument, text: string, before?: DesignDoc): Promise<CheckedText> {
    const doc = parseDesignDoc(text, before);
    const { findings } = await this.lintDoc(
      doc,
      await this.knowledgeOf(document),
      await this.configOf(document),
    );
    return { doc, findings };
  }

  /** Lints every open design doc again: what they are measured by has changed. */
  all(): void {
    for (const document of workspace.textDocuments) this.soon(document, 0);
  }

  override dispose(): void {
    for (const document of [...this.timers.keys(), ...this.runs.keys()]) this.forget(document);
    super.dispose();
  }

  private soon(document: TextDocument, delay: number): void {
    this.cancel(document);
    if (document.languageId !== 'markdown') return;
    const timer = setTimeout(() => {
      this.start(document);
    }, delay);
    this.timers.set(document, timer);
  }

  private start(document: TextDocument): void {
    this.cancel(document);
    const run = this.run(document).finally(() => {
      if (this.started.get(document) === run) this.started.delete(document);
    });
    this.started.set(document, run);
  }

  private async run(document: TextDocument): Promise<void> {
    if (document.isClosed) return;
    const run = new AbortController();
    this.runs.set(document, run);
    const version = document.version;
    const aborted = (): boolean => run.signal.aborted;
    try {
      const isDesignDoc = await this.files.has(document);
      if (aborted()) return;
      if (!isDesignDoc) {
        this.drop(document);
        return;
      }
      const config = await this.configOf(document);
      const knowledge = await this.knowledgeOf(document);
      if (aborted()) return;
      const { findings, reading } = await this.lintDoc(
        this.docs.get(document),
        knowledge,
        config,
        run.signal,
      );
      if (aborted() || document.version !== version) return;
      this.results.set(document, { version, findings, reading, config });
      this.changed.fire(document);
    } catch (error) {
      this.output.error(
        `${document.uri.toString()} could not be checked: ${error instanceof Error ? error.message : String(error)}`,
      );
      // What was found before the edit stands no longer where it was.
      if (!aborted()) this.drop(document);
    } finally {
      if (this.runs.get(document) === run) this.runs.delete(document);
    }
  }

  private async configOf({ uri }: TextDocument): Promise<LintConfig> {
    return lintSettings(uri, (await this.configs.for(uri))?.config);
  }

  private async knowledgeOf({ uri }: TextDocument): Promise<Knowledge> {
    return this.knowledge.of(await this.configs.homeOf(uri));
  }

  private async lintDoc(
    doc: DesignDoc,
    knowledge: Knowledge,
    config: LintConfig,
    signal?: AbortSignal,
  ): Promise<LintResult> {
    const result = await lint(doc, knowledge, {
      config,
      today: today(),
      pause: takingTurns(),
      ...(signal && { signal }),
    });
    for (const { rule, error } of result.failures)
      this.output.error(`The rule ${rule} failed: ${error.message}`);
    return result;
  }

  private cancel(document: TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    this.runs.get(document)?.abort();
    this.runs.delete(document);
  }

  private drop(document: TextDocument): void {
    if (this.results.delete(document)) this.changed.fire(document);
  }

  private forget(document: TextDocument): void {
    this.cancel(document);
    this.drop(document);
  }
}

/** Waits, whenever a turn is over, until everything else that is to be done has been begun. */
function takingTurns(): () => Promise<void> | undefined {
  let began = Date.now();
  return () => {
    if (Date.now() - began < TURN) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        began = Date.now();
        resolve();
      });
    });
  };
}
