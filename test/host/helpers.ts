import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The folder that is open. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the tests run with a folder open');
  return folder.uri;
}

/** The problems that Design Docs shows for a file. */
export function problemsOf(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Design Docs');
}

/** The id of a problem's rule; empty for a problem of a configuration or knowledge file. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : '';
}

/** Waits until the problems of a file are as wanted; fails with what they were. */
export async function until(
  uri: vscode.Uri,
  wanted: (problems: vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return eventually(
    () => problemsOf(uri),
    wanted,
    (all) => all.map(({ message }) => message).join(' / ') || 'none',
  );
}

/** Waits until something has a wanted value; fails with what it was. */
export async function eventually<T>(
  get: () => T | Promise<T>,
  wanted: (value: T) => boolean,
  show: (value: T) => string = String,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const value = await get();
    if (wanted(value)) return value;
    if (Date.now() > deadline) assert.fail(`it stayed: ${show(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Writes a file of the open folder as a user does, by the editor's own hand: it knows at once. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(root(), path);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: true, contents: new TextEncoder().encode(text) });
  assert.ok(await vscode.workspace.applyEdit(edit), `${path} can be written`);
  return uri;
}

/** Removes a file or folder as a user does. */
export async function remove(uri: vscode.Uri): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.deleteFile(uri, { recursive: true });
  assert.ok(await vscode.workspace.applyEdit(edit), `${uri.path} can be removed`);
}

/** Writes a file and shows it in an editor. */
export async function open(path: string, text: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(await write(path, text)));
}

/** The quick fixes offered at a problem, by title. */
export async function fixesAt(
  uri: vscode.Uri,
  { range }: Pick<vscode.Diagnostic, 'range'>,
  resolve = 0,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    resolve,
  );
}
