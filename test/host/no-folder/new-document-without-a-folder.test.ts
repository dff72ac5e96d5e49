import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('New Design Doc, with no folder open', () => {
  it('begins an untitled document', async () => {
    assert.equal(vscode.workspace.workspaceFolders, undefined);
    await vscode.commands.executeCommand('designDocs.newDocument', {
      template: 'one-pager',
      system: '',
      title: 'Out of nowhere',
    });
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.isUntitled, true);
    assert.equal(document.languageId, 'markdown');
    assert.match(document.getText(), /\n# Out of nowhere\n/);
  });
});
