import type { Event, LogOutputChannel, Uri } from 'vscode';
import type { FileSource } from '../knowledge/file-source';
import type { Knowledge } from '../knowledge/types';
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
  /** The knowledge, loaded on first use. A second call returns the same promise until the knowledge changes. */
  knowledge(): Promise<Knowledge>;
  /** Fires when the knowledge is another than before. */
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
