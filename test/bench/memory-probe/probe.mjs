// Lives in the extension host that is measured and does what it is asked over HTTP: `GET /heap`, `/open`, `/close`,
// `/edit?count=N`. Its port stands in the file `.probe-port` of the workspace.
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as vscode from 'vscode';

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

/** Longer than the panel waits for more keystrokes, so that each edit is sent to the page. */
const BETWEEN_EDITS = 60;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const actions = {
  async heap() {
    for (let i = 0; i < 3; i++) {
      collectGarbage();
      await pause(100);
    }
    return process.memoryUsage().heapUsed;
  },
  async open() {
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    await vscode.commands.executeCommand('designDocs.openPanel');
  },
  async close() {
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ input }) => input instanceof vscode.TabInputWebview));
  },
  /** Adds a letter to the first label that has one in its doc, and takes it away again, in turn. */
  async edit(count) {
    const editor = vscode.window.visibleTextEditors[0];
    const at = editor.document.positionAt(editor.document.getText().indexOf('Part 0.0') + 'Part'.length);
    const asOne = { undoStopBefore: false, undoStopAfter: false };
    for (let i = 0; i < count; i++) {
      await editor.edit(
        (edit) =>
          i % 2 === 0 ? edit.insert(at, 'x') : edit.delete(new vscode.Range(at, at.translate(0, 1))),
        asOne,
      );
      await pause(BETWEEN_EDITS);
    }
  },
};

export async function activate(context) {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://127.0.0.1');
    actions[pathname.slice(1)](Number(searchParams.get('count'))).then(
      (result) => response.end(JSON.stringify(result ?? null)),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.subscriptions.push({ dispose: () => server.close() });
  const [folder] = vscode.workspace.workspaceFolders;
  await writeFile(join(folder.uri.fsPath, '.probe-port'), String(server.address().port));
}
