import { TabInputText, ViewColumn, window, type TextDocument } from 'vscode';

/** Where a document is open: the group it is seen in, else the one with a tab of it; the first for one that is open nowhere. */
export function columnOf(document: TextDocument): ViewColumn {
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  const seen = editors.find((editor) => editor?.document === document)?.viewColumn;
  if (seen !== undefined) return seen;
  const uri = document.uri.toString();
  const holds = ({ input }: { readonly input: unknown }): boolean =>
    input instanceof TabInputText && input.uri.toString() === uri;
  return window.tabGroups.all.find(({ tabs }) => tabs.some(holds))?.viewColumn ?? ViewColumn.One;
}
