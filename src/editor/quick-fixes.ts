import {
  CodeAction,
  CodeActionKind,
  WorkspaceEdit,
  Range,
  commands,
  l10n,
  languages,
  Uri,
  type CodeActionContext,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Finding, Fix } from '../rules/finding';
import { rangeOf } from './diagnostics';
import { DisposableStore } from './disposable';
import type { Services } from './services';

const SHOW_RULE = 'designDocs.showRule';

/** Offers what the linter knows to mend, and the page of each rule. */
export function registerQuickFixes(services: Services): Disposable {
  return new QuickFixes(services);
}

class QuickFixes extends DisposableStore {
  constructor(private readonly services: Services) {
    super();
    this.register(
      languages.registerCodeActionsProvider(
        { language: 'markdown' },
        { provideCodeActions: (document, _range, context) => this.actions(document, context) },
        { providedCodeActionKinds: [CodeActionKind.QuickFix] },
      ),
    );
    this.register(
      commands.registerCommand(SHOW_RULE, (page: string) =>
        commands.executeCommand('markdown.showPreview', Uri.joinPath(services.extensionUri, page)),
      ),
    );
  }

  private actions(document: TextDocument, context: CodeActionContext): CodeAction[] {
    const findings = this.services.linter.get(document)?.findings ?? [];
    return context.diagnostics.flatMap((diagnostic) => {
      const finding = findings.find((candidate) => isFor(candidate, diagnostic));
      if (!finding) return [];
      const fixes = finding.fixes.map((fix, i) => toAction(document, fix, diagnostic, i === 0));
      return [...fixes, aboutRule(finding, diagnostic)];
    });
  }
}

function toAction(document: TextDocument, fix: Fix, diagnostic: Diagnostic, preferred: boolean): CodeAction {
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = preferred;
  action.edit = new WorkspaceEdit();
  for (const { start, end, text } of fix.edits) {
    action.edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
  return action;
}

function aboutRule(finding: Finding, diagnostic: Diagnostic): CodeAction {
  const title = l10n.t('More about {0}', finding.rule);
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: SHOW_RULE, title, arguments: [finding.page] };
  return action;
}

function isFor(finding: Finding, diagnostic: Diagnostic): boolean {
  const code = diagnostic.code;
  const rule = typeof code === 'object' ? code.value : code;
  return rule === finding.rule && diagnostic.message === finding.message && diagnostic.range.isEqual(rangeOf(finding));
}
