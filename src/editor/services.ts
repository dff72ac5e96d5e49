import type { Event, LogOutputChannel, Uri } from 'vscode';
import type { FileSource } from '../knowledge/file-source';
import type { Knowledge, Note } from '../knowledge/types';
import type { ConfigFiles } from './config-files';
import type { DocStore } from './doc-store';
import type { Linter } from './linter';
import type { WhichFiles } from './which-files';

/** What the features of the extension share. Made once, in `activate`. */
export interface Services {
  /** The folder the extension is installed in. */
  readonly extensionUri: Uri;
  /** Where errors go: one line each, with what to do. */
  readonly output: LogOutputChannel;
  /** The templates shipped with the extension, in the folder `templates`. */
  shippedTemplates(): Promise<FileSource>;
  /**
   * The knowledge that holds for a document, open or not: what is shipped, with what its project adds. Loaded on first
   * use; the same object for all documents of a project until it changes. What is shipped alone for no document.
   */
  knowledge(document: Uri | undefined): Promise<Knowledge>;
  /** The project's own file of a note; undefined for a note that is shipped. */
  fileOfNote(note: Note): Uri | undefined;
  /** Fires when the knowledge of a project is another than before. */
  readonly onDidChangeKnowledge: Event<void>;
  /** The configuration files of the workspace. */
  readonly configs: ConfigFiles;
  /** Which open documents are design docs. */
  readonly files: WhichFiles;
  /** Documents as they were last read. */
  readonly docs: DocStore;
  /** Findings of the open design docs. */
  readonly linter: Linter;
}
