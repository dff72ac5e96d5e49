import { WorkspaceEdit, workspace, type Position, type TextDocument } from 'vscode';

/**
 * Puts a Markdown block at the cursor as one undoable edit: on the cursor's line when it is empty, else below it,
 * with an empty line on both sides. Resolves to false when the document could not be edited.
 */
export async function insertBlock(document: TextDocument, cursor: Position, block: string): Promise<boolean> {
  const line = document.lineAt(cursor.line);
  const isBlank = (at: number): boolean =>
    at < 0 || at >= document.lineCount || document.lineAt(at).isEmptyOrWhitespace;
  const edit = new WorkspaceEdit();
  const after = isBlank(cursor.line + 1) ? '' : '\n';
  if (line.isEmptyOrWhitespace) {
    edit.replace(document.uri, line.range, `${isBlank(cursor.line - 1) ? '' : '\n'}${block}${after}`);
  } else {
    edit.insert(document.uri, line.range.end, `\n\n${block}${after}`);
  }
  return workspace.applyEdit(edit);
}
