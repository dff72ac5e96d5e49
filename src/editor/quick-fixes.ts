import {
  CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  Range,
  Uri,
  WorkspaceEdit,
  commands,
  l10n,
  languages,
  type CodeActionContext,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Finding, Fix } from '../rules/finding';
import { rangeOf, toDiagnostic } from './diagnostics';
import { DisposableStore } from './disposable';
import { FIX_ALL, FixAllAction, fixAllInFile, fixAllOfRule } from './fix-all-actions';
import type { Services } from './services';
import { silenceActions } from './silence-actions';

const SHOW_RULE = 'designDocs.showRule';

/** Offers what the linter knows to mend, ways to silence it, and the page of each rule. */
export function registerQuickFixes(services: Services): Disposable {
  return new QuickFixes(services);
}

class QuickFixes extends DisposableStore {
  constructor(private readonly services: Services) {
    super();
    this.register(
      languages.registerCodeActionsProvider(
        { language: 'markdown' },
        {
          provideCodeActions: (document, range, context) => this.actions(document, range, context),
          resolveCodeAction: (action) => (action instanceof FixAllAction ? action.resolve(services) : action),
        },
        { providedCodeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      ),
    );
    this.register(
      commands.registerCommand(SHOW_RULE, (page: string) =>
        commands.executeCommand('markdown.showPreview', Uri.joinPath(services.extensionUri, page)),
      ),
    );
  }

  /** Only for the document's present version: an edit for another one would land in the wrong place. */
  private async actions(
    document: TextDocument,
    range: Range,
    context: CodeActionContext,
  ): Promise<CodeAction[]> {
    const { linter, extensionUri } = this.services;
    const isOnSave = context.only !== undefined && FIX_ALL.intersects(context.only);
    // Only whoever asks waits; the lamp in the margin comes by itself once the linter has been there.
    const isAsked = isOnSave || context.triggerKind === CodeActionTriggerKind.Invoke;
    const findings = (isAsked ? await linter.now(document) : linter.get(document))?.findings ?? [];
    if (isOnSave) {
      const all = fixAllInFile(document, findings);
      return all ? [all] : [];
    }
    // The problems in the context may be those of an older version.
    const here = findings.filter((finding) => rangeOf(finding).intersection(range));
    const actions = here.map((finding) =>
      this.actionsFor(document, finding, findings, toDiagnostic(finding, extensionUri)),
    );
    return (await Promise.all(actions)).flat();
  }

  private async actionsFor(
    document: TextDocument,
    finding: Finding,
    all: readonly Finding[],
    diagnostic: Diagnostic,
  ): Promise<CodeAction[]> {
    const fixes = finding.fixes.map((fix, i) => toAction(document, fix, diagnostic, i === 0));
    const every = finding.fixes.length > 0 ? fixAllOfRule(document, finding, all, diagnostic) : undefined;
    const silent = await silenceActions(this.services, document, finding, diagnostic);
    return [...fixes, ...(every ? [every] : []), aboutRule(finding, diagnostic), ...silent];
  }
}

/** A fix as an edit of the finding's own document. */
export function toWorkspaceEdit(document: TextDocument, fix: Fix): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { start, end, text } of fix.edits) {
    edit.replace(document.uri, new Range(document.positionAt(start), document.positionAt(end)), text);
  }
  return edit;
}

function toAction(document: TextDocument, fix: Fix, diagnostic: Diagnostic, preferred: boolean): CodeAction {
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.isPreferred = preferred;
  action.edit = toWorkspaceEdit(document, fix);
  return action;
}

function aboutRule(finding: Finding, diagnostic: Diagnostic): CodeAction {
  const title = l10n.t('More about {0}', finding.rule);
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.diagnostics = [diagnostic];
  action.command = { command: SHOW_RULE, title, arguments: [finding.page] };
  return action;
}
