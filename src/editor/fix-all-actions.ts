import {
  CodeAction,
  CodeActionKind,
  WorkspaceEdit,
  Range,
  l10n,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import type { DesignDoc } from '../document/types';
import { editBetween, fixAll, isMendedOnSave } from '../lint/fix-all';
import type { Finding } from '../rules/finding';
import type { Services } from './services';

/** The kind under which editors run it on save: `"source.fixAll.designDocs": "explicit"`. */
export const FIX_ALL = CodeActionKind.SourceFixAll.append('designDocs');

/** An action whose edit is worked out when it is chosen, for the version of the document it was offered for. */
export class FixAllAction extends CodeAction {
  constructor(
    title: string,
    kind: CodeActionKind,
    readonly document: TextDocument,
    readonly wanted: (finding: Finding) => boolean,
  ) {
    super(title, kind);
    this.version = document.version;
  }

  private readonly version: number;

  /** Works out the edit; none when the document has changed meanwhile. */
  async resolve({ docs, linter }: Services): Promise<this> {
    const { document } = this;
    const before = document.getText();
    let doc: DesignDoc = docs.get(document);
    const relint = async (text: string): Promise<readonly Finding[]> => {
      const checked = await linter.check(document, text, doc);
      doc = checked.doc;
      return checked.findings;
    };
    const edit = editBetween(before, (await fixAll(before, relint, this.wanted)).text);
    if (!edit || document.version !== this.version || document.getText() !== before) return this;
    this.edit = new WorkspaceEdit();
    const range = new Range(document.positionAt(edit.start), document.positionAt(edit.end));
    this.edit.replace(document.uri, range, edit.text);
    return this;
  }
}

/** Mends everything that one rule has found in the document; undefined when there is only this one finding to mend. */
export function fixAllOfRule(
  document: TextDocument,
  finding: Finding,
  all: readonly Finding[],
  diagnostic: Diagnostic,
): FixAllAction | undefined {
  const isOfRule = ({ rule }: Finding): boolean => rule === finding.rule;
  if (all.filter((other) => isOfRule(other) && other.fixes.length > 0).length < 2) return undefined;
  const title = l10n.t('Fix all of {0} in this file', finding.rule);
  const action = new FixAllAction(title, CodeActionKind.QuickFix, document, isOfRule);
  action.diagnostics = [diagnostic];
  return action;
}

/** Mends everything that an editor may mend on save without asking. */
export function fixAllInFile(document: TextDocument, all: readonly Finding[]): FixAllAction | undefined {
  if (!all.some(isMendedOnSave)) return undefined;
  return new FixAllAction(
    l10n.t('Fix what Design Docs can fix by itself'),
    FIX_ALL,
    document,
    isMendedOnSave,
  );
}
