import { Uri, window, workspace, type Disposable } from 'vscode';
import { allNotes } from '../knowledge/all-notes';
import type { Knowledge } from '../knowledge/types';

const SCHEME = 'design-docs-note';

/**
 * Shows notes as read-only Markdown documents: they are packed into the extension and have no file of their own.
 *
 * @param knowledge gives what is shipped
 */
export function registerNoteDocuments(knowledge: () => Promise<Knowledge>): Disposable {
  return workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ query }) {
      const note = allNotes(await knowledge()).find(({ id }) => id === query);
      return note ? `# ${note.title}\n\n${note.summary}\n\n${note.body}` : '';
    },
  });
}

/** Opens a note in an editor of its own. */
export async function openNoteDocument(id: string): Promise<void> {
  const uri = Uri.from({ scheme: SCHEME, path: `/${id}.md`, query: id });
  await window.showTextDocument(uri, { preview: true });
}
