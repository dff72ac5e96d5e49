import { ViewColumn, commands, window, type Disposable, type WebviewPanel } from 'vscode';
import { DisposableStore } from '../editor/disposable';
import type { Services } from '../editor/services';
import { DiagramFileProblems } from './diagram-files';
import { DiagramsPanel, PANEL_TYPE } from './panel';
import { registerNoteDocuments } from './note-documents';
import { readState } from './protocol';
import { TeamNotes } from './team-notes';

/** The panel with diagrams and notes: its command, and its return after the window was reloaded. */
export function registerPanel(services: Services): Disposable {
  return new PanelFeature(services);
}

class PanelFeature extends DisposableStore {
  private panel: DiagramsPanel | undefined;
  private readonly notes: TeamNotes;

  constructor(private readonly services: Services) {
    super();
    this.notes = this.register(new TeamNotes(services));
    this.register(new DiagramFileProblems());
    this.register(registerNoteDocuments(() => services.knowledge(undefined)));
    this.register(
      commands.registerCommand('designDocs.openPanel', () => {
        this.open();
      }),
    );
    this.register(
      commands.registerCommand('designDocs.openNote', (id: unknown) => {
        if (typeof id !== 'string') return;
        this.open();
        this.panel?.showNote(id);
      }),
    );
    this.register(
      window.registerWebviewPanelSerializer(PANEL_TYPE, {
        deserializeWebviewPanel: async (webviewPanel: WebviewPanel, state: unknown) => {
          const panel = this.take(webviewPanel);
          await panel.showUri(readState(state).uri);
        },
      }),
    );
  }

  override dispose(): void {
    this.panel?.dispose();
    super.dispose();
  }

  private open(): void {
    const document = window.activeTextEditor?.document;
    if (this.panel) {
      this.panel.reveal();
    } else {
      const column = { viewColumn: ViewColumn.Beside, preserveFocus: true };
      this.take(window.createWebviewPanel(PANEL_TYPE, '', column));
    }
    if (document) this.panel?.showDocument(document);
  }

  private take(webviewPanel: WebviewPanel): DiagramsPanel {
    this.panel?.dispose();
    const panel = new DiagramsPanel(webviewPanel, this.services, this.notes);
    this.panel = panel;
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    return panel;
  }
}
