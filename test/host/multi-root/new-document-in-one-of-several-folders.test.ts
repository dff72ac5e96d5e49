import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Runs the command and takes what each of its questions offers first. */
async function create(title: string, folder?: vscode.Uri): Promise<string> {
  const given = { template: 'adr', system: '', title, folder };
  const running = Promise.resolve(
    vscode.commands.executeCommand<vscode.Uri | undefined>('designDocs.newDocument', given),
  );
  const pause = () => new Promise<'asked'>((resolve) => setTimeout(resolve, 300, 'asked'));
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await Promise.race([running, pause()])) !== 'asked') break;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
  const uri = await running;
  assert.ok(uri, 'a doc was created');
  return vscode.workspace.asRelativePath(uri, true);
}

describe('New Design Doc, in a workspace of several folders', () => {
  it('asks which folder it is for, and follows that folder’s own settings', async () => {
    assert.equal(await create('Pay later'), 'shop/decisions/0001-pay-later.md');
    assert.equal(await create('Pay in parts'), 'shop/decisions/0002-pay-in-parts.md');
  });

  it('does not ask when it is called on a folder', async () => {
    const warehouse = vscode.workspace.workspaceFolders?.find(({ name }) => name === 'warehouse')?.uri;
    assert.ok(warehouse, 'the folder warehouse is open');
    const folder = vscode.Uri.joinPath(warehouse, 'docs/design');
    await vscode.workspace.fs.createDirectory(folder);
    assert.equal(await create('Pick by shelf', folder), 'warehouse/docs/design/0001-pick-by-shelf.md');
  });
});
