import { Range, Selection, TextEditorRevealType, Uri, ViewColumn, env, l10n, window } from 'vscode';
import { columnOf } from '../editor/show-document';
import type { Note } from '../knowledge/types';
import { insertBlock } from './insert';
import { openNoteDocument } from './note-documents';
import { noteParts } from './note-parts';
import { searchNotes } from './note-search';
import type { DiagramsPanel } from './panel';
import { setFollow } from './panel-settings';
import type { Insertable, Place, ToHost } from './protocol';
import { renderNote } from './render-note';
import { saveFiles } from './save-files';

/** Does what the page asks for. Rejects with what to tell the user. */
export async function answerPage(message: ToHost, panel: DiagramsPanel): Promise<void> {
  switch (message.type) {
    case 'ready':
      return;
    case 'go-to':
      return goTo(panel, message.at);
    case 'open-note':
      return openNote(panel, message.id);
    case 'search':
      return search(panel, message.query);
    case 'insert':
      return insert(panel, message.note, message.what);
    case 'open-note-file':
      return openNoteFile(panel, message.id);
    case 'copy-note': {
      const note = await noteById(panel, message.id);
      await env.clipboard.writeText(`# ${note.title}\n\n${note.body}`);
      panel.send({ type: 'said', message: l10n.t('Copied.') });
      return;
    }
    case 'open-link':
      return openLink(message.href);
    case 'copy-text':
      return env.clipboard.writeText(message.text);
    case 'save': {
      const said = await saveFiles(message.files, panel.shownDocument()?.uri);
      if (said !== undefined) panel.send({ type: 'said', message: said });
      return;
    }
    case 'follow':
      return setFollow(message.on);
    case 'failed':
      panel.services.output.error(`The panel's page failed: ${message.message}`);
  }
}

async function goTo(panel: DiagramsPanel, { line, column }: Place): Promise<void> {
  const document = panel.shownDocument();
  if (!document) return;
  const editor = await window.showTextDocument(document, columnOf(document));
  const position = document.validatePosition(new Range(line - 1, column - 1, line - 1, column - 1).start);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
}

async function openNote(panel: DiagramsPanel, id: string): Promise<void> {
  const note = await panel.notes.byId(id, panel.shownDocument()?.uri);
  // A remembered note may be gone; a link may lead nowhere.
  if (!note) return;
  panel.openNote = id;
  const { title, summary, body } = note;
  const insertable = [...noteParts(note).keys()];
  panel.send({ type: 'note', note: { id, title, summary, html: renderNote(body), insertable } });
}

async function search(panel: DiagramsPanel, query: string): Promise<void> {
  panel.query = query;
  const found = searchNotes(await panel.notes.get(panel.shownDocument()?.uri), query);
  const notes = found.map(({ id, title, summary }) => ({ id, title, summary, reason: '' }));
  panel.send({ type: 'found', query, notes });
}

async function insert(panel: DiagramsPanel, id: string, what: Insertable): Promise<void> {
  const block = noteParts(await noteById(panel, id)).get(what);
  const document = panel.shownDocument();
  if (block === undefined || !document) return;
  const editor = panel.editor() ?? (await window.showTextDocument(document, columnOf(document)));
  if (!(await insertBlock(document, editor.selection.active, block))) {
    throw new Error(l10n.t('The document cannot be edited.'));
  }
}

async function noteById(panel: DiagramsPanel, id: string): Promise<Note> {
  const note = await panel.notes.byId(id, panel.shownDocument()?.uri);
  if (!note) throw new Error(l10n.t('There is no note “{0}”.', id));
  return note;
}

/** Opens the team's own file beside the panel, where it can be edited, or the text of a note that is shipped. */
async function openNoteFile(panel: DiagramsPanel, id: string): Promise<void> {
  const file = await panel.notes.fileOf(await noteById(panel, id));
  if (!file) return openNoteDocument(id);
  await window.showTextDocument(file, { viewColumn: panel.editor()?.viewColumn ?? ViewColumn.One });
}

/** Sends again what the page shows of the notes, after they have changed. */
export async function sendNotesAgain(panel: DiagramsPanel): Promise<void> {
  if (panel.openNote !== undefined) await openNote(panel, panel.openNote);
  if (panel.query !== undefined) await search(panel, panel.query);
}

/** Opens a web page after VS Code's own question; everything else stays closed. */
async function openLink(href: string): Promise<void> {
  if (!/^https?:\/\//i.test(href)) return;
  await env.openExternal(Uri.parse(href, true));
}
