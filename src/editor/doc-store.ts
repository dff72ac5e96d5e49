import { workspace, type TextDocument } from 'vscode';
import { parseDesignDoc } from '../document/parse';
import type { DesignDoc } from '../document/types';
import { DisposableStore } from './disposable';

/** Reads each version of a document once; after an edit only what changed. */
export class DocStore extends DisposableStore {
  private readonly read = new Map<TextDocument, { version: number; doc: DesignDoc }>();

  constructor() {
    super();
    this.register(workspace.onDidCloseTextDocument((document) => this.read.delete(document)));
  }

  /** The document as it is now. */
  get(document: TextDocument): DesignDoc {
    const known = this.read.get(document);
    if (known?.version === document.version) return known.doc;
    const doc = parseDesignDoc(document.getText(), known?.doc);
    if (!document.isClosed) this.read.set(document, { version: document.version, doc });
    return doc;
  }
}
