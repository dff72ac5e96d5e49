import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open as openFile } from './helpers';

const COMMAND = 'designDocs.insertBuildingBlock';

let count = 0;

/** Opens a Markdown document, a file of its own; `|` is the cursor. */
async function open(...lines: string[]): Promise<vscode.TextEditor> {
  const marked = lines.join('\n');
  const offset = marked.indexOf('|');
  const content = marked.slice(0, offset) + marked.slice(offset + 1);
  const editor = await openFile(`building-blocks/${String(++count)}.md`, content);
  const cursor = editor.document.positionAt(offset);
  editor.selection = new vscode.Selection(cursor, cursor);
  return editor;
}

const insert = (id: string) => vscode.commands.executeCommand<boolean>(COMMAND, id);

describe('Insert Building Block', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('inserts a diagram and a table of trade-offs one level below the heading, its prompt selected', async () => {
    const editor = await open('# Doc', '', '## Architecture', '', '|', '', '## Testing', '');
    assert.equal(await insert('cache-aside'), true);
    const text = editor.document.getText();
    assert.match(
      text,
      /^# Doc\n\n## Architecture\n\n### Cache-aside\n\n\{Which of the choices below[^}]*\}\n\n```mermaid\nsequenceDiagram\n[^`]*```\n\n\| Choice \| Gains \| Costs \|\n(?:\|.*\|\n)+\n+## Testing\n$/,
    );
    assert.match(editor.document.getText(editor.selection), /^\{Which of the choices below.*\}$/);
  });

  it('is undone in one step', async () => {
    const editor = await open('# Doc', '', '|');
    const before = editor.document.getText();
    await insert('idempotency');
    assert.notEqual(editor.document.getText(), before);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('starts on a line of its own when the cursor is behind words', async () => {
    const editor = await open('# Doc', '', 'Some words|');
    await insert('cdn');
    assert.match(editor.document.getText(), /^# Doc\n\nSome words\n\n## /);
  });

  it('does nothing outside Markdown', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: 'x' });
    await vscode.window.showTextDocument(document);
    assert.notEqual(await insert('cdn'), true);
    assert.equal(document.getText(), 'x');
  });
});
