import {
  Diagnostic,
  DiagnosticSeverity,
  Range,
  Uri,
  languages,
  type Disposable,
  type TextDocument,
} from 'vscode';
import type { Finding } from '../rules/finding';
import { DisposableStore } from './disposable';
import type { Services } from './services';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;

/** Shows the linter's findings as problems. */
export function registerDiagnostics(services: Services): Disposable {
  return new Diagnostics(services);
}

class Diagnostics extends DisposableStore {
  private readonly problems = this.register(languages.createDiagnosticCollection('design-docs'));

  constructor(private readonly services: Services) {
    super();
    this.register(
      services.linter.onDidChange((document) => {
        this.show(document);
      }),
    );
  }

  private show(document: TextDocument): void {
    const findings = this.services.linter.get(document)?.findings ?? [];
    this.problems.set(
      document.uri,
      findings.map((finding) => toDiagnostic(finding, this.services.extensionUri)),
    );
  }
}

/** A finding as VS Code's Problems view shows it; its code opens the rule's page, which is shipped. */
export function toDiagnostic(finding: Finding, extensionUri: Uri): Diagnostic {
  const diagnostic = new Diagnostic(rangeOf(finding), finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = 'Design Docs';
  diagnostic.code = { value: finding.rule, target: Uri.joinPath(extensionUri, finding.page) };
  return diagnostic;
}

/** A finding's place with the editor's 0-based lines and columns. */
export function rangeOf({ start, end }: Finding): Range {
  return new Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}
