import * as vscode from 'vscode';

function must(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}

describe('In the web-worker extension host', () => {
  it('there is no Node, so this proves what it says', () => {
    must(!('process' in globalThis), 'These specs run on Node.');
  });

  it('the extension activates', async () => {
    const extension = vscode.extensions.getExtension('design-docs.design-docs');
    await extension?.activate();
    must(extension?.isActive === true, 'The extension is not active.');
  });

  it('a design doc gets its hints', async () => {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    if (root === undefined) throw new Error('No folder is open.');
    const uri = vscode.Uri.joinPath(root.uri, 'docs/design/0001-parcels-by-mail.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('# Parcels by mail\n\n## Goals\n'));
    await vscode.window.showTextDocument(uri);
    await eventually(() => vscode.languages.getDiagnostics(uri).length > 0, 'No hint came within 20 s.');
  });
});

/** Waits for what only VS Code can tell by being asked again. */
async function eventually(holds: () => boolean, otherwise: string): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  must(holds(), otherwise);
}
