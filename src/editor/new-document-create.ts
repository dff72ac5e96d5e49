import {
  FileSystemError,
  Range,
  SnippetString,
  Uri,
  WorkspaceEdit,
  l10n,
  window,
  workspace,
  type TextDocument,
} from 'vscode';
import type { NewDoc } from '../templates/fill-template';
import { toSnippet } from '../templates/snippet';
import { PlaceError } from './new-document-place';

/** Creates the doc's file with its folder, never over another file, and opens it. Throws a `PlaceError` if it cannot. */
export async function createFile(uri: Uri, shown: string, doc: NewDoc): Promise<Uri> {
  if (await exists(uri))
    throw new PlaceError(l10n.t('“{0}” has been created by somebody else meanwhile.', shown));
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(doc.frontMatter) });
  if (!(await workspace.applyEdit(edit))) {
    throw new PlaceError(
      l10n.t('“{0}” could not be created: check that its folder can be written to.', shown),
    );
  }
  const document = await workspace.openTextDocument(uri);
  await openAndFill(document, doc);
  await document.save();
  return uri;
}

/** Opens the doc as an untitled document. */
export async function createUntitled(doc: NewDoc): Promise<Uri> {
  const document = await workspace.openTextDocument({ language: 'markdown', content: doc.frontMatter });
  await openAndFill(document, doc);
  return document.uri;
}

async function openAndFill(document: TextDocument, doc: NewDoc): Promise<void> {
  const { end } = document.lineAt(document.lineCount - 1).range;
  const editor = await window.showTextDocument(document, { preview: false, selection: new Range(end, end) });
  const isFilled = await editor.insertSnippet(new SnippetString(toSnippet(doc.body)), end, {
    undoStopBefore: true,
    undoStopAfter: true,
    keepWhitespace: true,
  });
  if (isFilled) return;
  // The editor was left or closed meanwhile: the doc is not to stay empty, though it then has no tab stops.
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, end, doc.body);
  await workspace.applyEdit(edit);
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
