import {
  Position,
  Uri,
  l10n,
  window,
  workspace,
  type Event,
  type TextDocument,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import { DisposableStore } from '../editor/disposable';
import { folderFiles } from '../editor/extension-files';
import type { Services } from '../editor/services';
import { answerPage, sendNotesAgain } from './answer-page';
import { isDiagramFile } from './diagram-files';
import { filesFor, readFirstFiles } from './first-files';
import { lackingIn, pageDiagramOfFile, pageDiagrams, pageFindings } from './page-doc';
import { pageHtml } from './page-html';
import { pageStrings } from './page-strings';
import { PANEL_SETTINGS, panelSettings } from './panel-settings';
import { readToHost, type ToPage } from './protocol';
import { rankNotes } from './rank-notes';
import { reasonText } from './reason-text';
import type { TeamNotes } from './team-notes';

/** The webview's type; it also stands in `activationEvents` in package.json. */
export const PANEL_TYPE = 'designDocs.panel';

/** Milliseconds in which keystrokes and cursor steps are taken together. */
const QUIET = 40;
const CURSOR_QUIET = 120;

/** The host's side of the panel: what the page shows is read from one document, the design doc edited last. */
export class DiagramsPanel extends DisposableStore {
  readonly onDidDispose: Event<void>;
  /** Id of the note the page was sent last. */
  openNote: string | undefined;
  /** What was searched for last; empty for all notes. */
  query: string | undefined;
  private document: TextDocument | undefined;
  /** Where the cursor was last seen: its editor may be hidden by another. */
  private place = new Position(0, 0);
  /** Ids of the concerns and parts that the document does not answer for. */
  private lacking: readonly string[] = [];
  private isReady = false;
  private isGone = false;
  private wantedNote: string | undefined;
  private sentDoc = '';
  private timers: Partial<Record<'doc' | 'cursor', ReturnType<typeof setTimeout>>> = {};

  constructor(
    private readonly panel: WebviewPanel,
    readonly services: Services,
    readonly notes: TeamNotes,
  ) {
    super();
    this.onDidDispose = panel.onDidDispose;
    const folder = Uri.joinPath(services.extensionUri, 'dist', 'page');
    panel.title = l10n.t('Diagrams and Notes');
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    this.register(
      panel.webview.onDidReceiveMessage((data: unknown) => {
        this.receive(data);
      }),
    );
    this.register(
      panel.onDidDispose(() => {
        this.dispose();
      }),
    );
    this.register(
      // A hidden page is gone, and begins anew when it is shown again.
      panel.onDidChangeViewState(() => {
        this.isReady &&= panel.visible;
      }),
    );
    this.register(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document === this.document && contentChanges.length > 0)
          this.later('doc', QUIET, () => {
            this.sendDoc();
          });
      }),
    );
    this.register(
      window.onDidChangeActiveTextEditor((editor) => {
        void this.follow(editor);
      }),
    );
    this.register(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor.document === this.document)
          this.later('cursor', CURSOR_QUIET, () => {
            this.sendCursor();
          });
      }),
    );
    this.register(
      services.linter.onDidChange((document) => {
        if (document !== this.document) return;
        this.sendFindings();
        this.sendNearSoon();
      }),
    );
    this.register(
      notes.onDidChange(() => {
        this.sendCursor();
        void this.tell(sendNotesAgain(this));
      }),
    );
    this.register(
      workspace.onDidChangeConfiguration((event) => {
        if (!PANEL_SETTINGS.some((section) => event.affectsConfiguration(section))) return;
        this.send({ type: 'settings', settings: panelSettings(this.document?.uri) });
      }),
    );
    void this.fill(folder);
  }

  override dispose(): void {
    this.isGone = true;
    clearTimeout(this.timers.doc);
    clearTimeout(this.timers.cursor);
    super.dispose();
    this.panel.dispose();
  }

  /** Shows the page as soon as it is known what it will need first. */
  private async fill(folder: Uri): Promise<void> {
    const { webview, title } = this.panel;
    let first: string[] = [];
    try {
      const files = readFirstFiles(await folderFiles(folder).read('first-files.json'));
      first = filesFor(files, this.diagramSources());
    } catch (error) {
      // The page gets them one after the other then.
      this.services.output.warn(`What the panel needs first is not known: ${String(error)}`);
    }
    if (!this.isGone) webview.html = pageHtml(webview, folder, title, first);
  }

  private diagramSources(): string[] {
    const { document } = this;
    if (!document) return [];
    if (isDiagramFile(document)) return [document.getText()];
    return this.services.docs.get(document).diagrams.map(({ source }) => source);
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  /** Shows a document, whether or not it is a design doc: it was asked for. */
  showDocument(document: TextDocument): void {
    this.document = document;
    this.place = new Position(0, 0);
    this.lacking = [];
    this.sentDoc = '';
    const name = document.uri.path.split('/').pop() ?? '';
    this.panel.title = l10n.t('Diagrams and Notes: {0}', name);
    this.sendAll();
  }

  /** Opens a note by its id, now or as soon as the page is ready. */
  showNote(id: string): void {
    this.wantedNote = id;
    if (this.isReady) this.openWantedNote();
  }

  private openWantedNote(): void {
    if (this.wantedNote !== undefined) this.send({ type: 'show-note', id: this.wantedNote });
    this.wantedNote = undefined;
  }

  /** Shows the document with an address, as far as it is still there. */
  async showUri(address: string): Promise<void> {
    try {
      if (address !== '') this.showDocument(await workspace.openTextDocument(Uri.parse(address, true)));
    } catch (error) {
      this.services.output.warn(`The panel's document is gone: ${address} (${String(error)})`);
    }
  }

  /** The editor of the document the page shows, if there is one to be seen. */
  editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  shownDocument(): TextDocument | undefined {
    return this.document;
  }

  send(message: ToPage): void {
    if (this.isReady) void this.panel.webview.postMessage(message);
  }

  private receive(data: unknown): void {
    const message = readToHost(data);
    if (!message) return;
    if (message.type === 'ready') {
      this.isReady = true;
      this.send({ type: 'set-up', strings: pageStrings(), settings: panelSettings(this.document?.uri) });
      this.sentDoc = '';
      this.sendAll();
      this.openWantedNote();
    } else {
      void this.tell(answerPage(message, this));
    }
  }

  /** Tells the user when what was to be done failed. */
  private async tell(work: Promise<void>): Promise<void> {
    try {
      await work;
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      this.services.output.error(`The panel failed: ${said}`);
      this.send({ type: 'said', message: said });
    }
  }

  private async follow(editor: TextEditor | undefined): Promise<void> {
    if (!editor || editor.document === this.document) return;
    const { document } = editor;
    if (!isDiagramFile(document) && !(await this.services.files.has(document))) return;
    if (window.activeTextEditor === editor) this.showDocument(document);
  }

  private sendAll(): void {
    if (!this.document) {
      this.send({ type: 'doc', uri: '', name: '', diagrams: [] });
      return;
    }
    this.sendDoc();
    this.sendFindings();
    this.sendCursor();
  }

  private sendDoc(): void {
    const { document } = this;
    if (!document) return;
    const name = document.uri.path.split('/').pop() ?? '';
    const diagrams = isDiagramFile(document)
      ? pageDiagramOfFile(document.getText(), name)
      : pageDiagrams(this.services.docs.get(document));
    const message: ToPage = { type: 'doc', uri: document.uri.toString(), name, diagrams };
    const text = JSON.stringify(message);
    if (text === this.sentDoc) return;
    if (this.isReady) this.sentDoc = text;
    this.send(message);
  }

  private sendFindings(): void {
    const result = this.document && this.services.linter.get(this.document);
    this.send({ type: 'findings', findings: pageFindings(result?.findings ?? []) });
  }

  private sendCursor(): void {
    const { document } = this;
    if (!document || !this.isReady) return;
    this.place = this.editor()?.selection.active ?? this.place;
    this.send({ type: 'cursor', line: this.place.line + 1 });
    this.sendNearSoon();
  }

  /** What was sent leaves the host before the notes are looked for. */
  private sendNearSoon(): void {
    setTimeout(() => void this.sendNear());
  }

  private async sendNear(): Promise<void> {
    const { document } = this;
    if (!document || !this.isReady) return;
    // Until an edited doc has been checked again it lacks what it lacked before.
    const found = this.services.linter.get(document);
    if (found) this.lacking = lackingIn(found.findings);
    try {
      const knowledge = await this.notes.get(document.uri);
      const ranked = isDiagramFile(document)
        ? []
        : rankNotes(this.services.docs.get(document), document.offsetAt(this.place), knowledge, this.lacking);
      const notes = ranked.map(({ note: { id, title, summary }, reason }) => ({
        id,
        title,
        summary,
        reason: reasonText(reason),
      }));
      this.send({ type: 'near', notes });
    } catch (error) {
      this.services.output.error(
        `The notes could not be read: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  private later(what: 'doc' | 'cursor', delay: number, work: () => void): void {
    clearTimeout(this.timers[what]);
    this.timers[what] = setTimeout(work, delay);
  }
}
