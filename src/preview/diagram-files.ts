import { Diagnostic, DiagnosticSeverity, Range, languages, workspace, type TextDocument } from 'vscode';
import { checkDiagram } from '../diagrams/check-diagram';
import { DisposableStore } from '../editor/disposable';

/** Milliseconds of quiet after an edit before a diagram is checked. */
const QUIET = 300;

/** Whether a document is one diagram and nothing else. */
export function isDiagramFile({ languageId, uri }: TextDocument): boolean {
  return languageId === 'mermaid' || /\.(?:mmd|mermaid)$/i.test(uri.path);
}

/** Shows as Problems why a `.mmd` or `.mermaid` file cannot be drawn. Diagrams in docs are the linter's. */
export class DiagramFileProblems extends DisposableStore {
  private readonly problems = this.register(languages.createDiagnosticCollection('design-docs-diagrams'));
  private readonly timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  constructor() {
    super();
    this.register(
      workspace.onDidOpenTextDocument((document) => {
        this.soon(document, 0);
      }),
    );
    this.register(
      workspace.onDidChangeTextDocument(({ document }) => {
        this.soon(document, QUIET);
      }),
    );
    this.register(
      workspace.onDidCloseTextDocument((document) => {
        this.cancel(document);
        this.problems.delete(document.uri);
      }),
    );
    for (const document of workspace.textDocuments) this.soon(document, 0);
  }

  override dispose(): void {
    for (const document of this.timers.keys()) this.cancel(document);
    super.dispose();
  }

  private soon(document: TextDocument, delay: number): void {
    if (!isDiagramFile(document)) return;
    this.cancel(document);
    this.timers.set(
      document,
      setTimeout(() => void this.check(document), delay),
    );
  }

  private cancel(document: TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
  }

  private async check(document: TextDocument): Promise<void> {
    const { version } = document;
    const found = await checkDiagram(document.getText());
    if (document.isClosed || document.version !== version) return;
    const diagnostics = found.map(({ line, column, message }) => {
      const end = document.validateRange(new Range(line - 1, column - 1, line - 1, Number.MAX_SAFE_INTEGER));
      const diagnostic = new Diagnostic(end, message, DiagnosticSeverity.Error);
      diagnostic.source = 'Design Docs';
      return diagnostic;
    });
    this.problems.set(document.uri, diagnostics);
  }
}
