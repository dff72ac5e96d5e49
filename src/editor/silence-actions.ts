import {
  CodeAction,
  CodeActionKind,
  Position,
  Range,
  Uri,
  WorkspaceEdit,
  l10n,
  workspace,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import { LineIndex } from '../document/line-index';
import { newConfig, switchedOff } from '../lint/edit-config';
import { CONFIG_NAMES } from '../lint/config-schema';
import { disableInFile, ignoreHere } from '../lint/suppress-edits';
import { suppressionId } from '../lint/suppressions';
import { SUPPRESSION_RULES } from '../lint/suppression-rules';
import type { Finding, TextEdit } from '../rules/finding';
import type { Services } from './services';
import { readText } from './text-files';

/** Ways to hear no more of a finding: in its place, in its file, in the configuration. */
export async function silenceActions(
  services: Services,
  document: TextDocument,
  finding: Finding,
  diagnostic: Diagnostic,
): Promise<CodeAction[]> {
  // What is said about a comment cannot be silenced by one.
  if (SUPPRESSION_RULES.some(({ id }) => id === finding.rule)) return [];
  const doc = services.docs.get(document);
  const name = suppressionId(finding);
  const here = ignoreHere(doc, finding);
  const actions = [
    here && inDocument(l10n.t('Ignore {0} here', name), document, here),
    inDocument(l10n.t('Ignore {0} in this file', name), document, disableInFile(doc, finding)),
    await inConfiguration(services, document, finding).catch((error: unknown) => {
      // The other ways are open all the same.
      services.output.error(
        `The configuration for ${document.uri.toString()} could not be read: ${error instanceof Error ? error.message : String(error)}`,
      );
      return undefined;
    }),
  ].filter((action) => action !== undefined);
  for (const action of actions) action.diagnostics = [diagnostic];
  return actions;
}

function inDocument(title: string, document: TextDocument, { start, text }: TextEdit): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.insert(document.uri, document.positionAt(start), text);
  return action;
}

/** Edits the configuration file that holds for the document, or makes one in its workspace folder. */
async function inConfiguration(
  services: Services,
  document: TextDocument,
  { rule, subject }: Finding,
): Promise<CodeAction | undefined> {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (!folder) return undefined;
  const concerns = (await services.knowledge(document.uri)).concerns.map(({ id }) => id);
  const isConcern = rule === 'missing-concern' && subject !== null && concerns.includes(subject);
  const key = isConcern ? (['concerns', subject] as const) : (['rules', rule] as const);
  const title = l10n.t('Switch {0} off in the configuration', key[1]);
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  const found = await services.configs.for(document.uri);
  if (!found) {
    const uri = Uri.joinPath(folder.uri, CONFIG_NAMES[0]);
    action.edit.createFile(uri, { ignoreIfExists: true });
    action.edit.insert(uri, new Position(0, 0), newConfig(key));
    return action;
  }
  const text = await readText(found.uri);
  const edit = switchedOff(text, key);
  if (!edit) return undefined;
  action.edit.replace(found.uri, rangeIn(text, edit), edit.text);
  return action;
}

/** An edit's range by lines and columns of the text it belongs to. */
function rangeIn(text: string, { start, end }: TextEdit): Range {
  const lines = new LineIndex(text);
  const at = (offset: number): Position => {
    const { line, column } = lines.pointAt(offset);
    return new Position(line - 1, column - 1);
  };
  return new Range(at(start), at(end));
}
