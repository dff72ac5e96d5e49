import { commands, window, workspace, type Disposable } from 'vscode';
import { DisposableStore } from './disposable';
import type { Services } from './services';

/** Keeps `designDocs.isDesignDoc` true while the active editor shows a design doc, for menus and key bindings. */
export function registerContextKey(services: Services): Disposable {
  return new ContextKey(services);
}

class ContextKey extends DisposableStore {
  private shown: boolean | undefined;

  constructor(private readonly services: Services) {
    super();
    const update = () => void this.update();
    this.register(window.onDidChangeActiveTextEditor(update));
    this.register(services.files.onDidChange(update));
    this.register(services.linter.onDidChange(update));
    this.register(workspace.onDidOpenTextDocument(update));
    update();
  }

  private async update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const isDesignDoc = document !== undefined && (await this.services.files.has(document));
    if (window.activeTextEditor?.document !== document || this.shown === isDesignDoc) return;
    this.shown = isDesignDoc;
    await commands.executeCommand('setContext', 'designDocs.isDesignDoc', isDesignDoc);
  }
}
