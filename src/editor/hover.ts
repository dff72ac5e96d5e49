import {
  Hover,
  Range,
  l10n,
  languages,
  workspace,
  type CancellationToken,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import { termAt } from './hover-terms';
import { noteHover } from './note-hover';
import type { Services } from './services';

/** Shows the first lines of a note over its term in a design doc; `designDocs.hover` turns it off. */
export function registerHover(services: Services): Disposable {
  return languages.registerHoverProvider(
    { language: 'markdown' },
    { provideHover: (document, position, token) => hover(services, document, position, token) },
  );
}

async function hover(
  services: Services,
  document: TextDocument,
  position: Position,
  token: CancellationToken,
): Promise<Hover | undefined> {
  if (!workspace.getConfiguration('designDocs', document).get<boolean>('hover', true)) return undefined;
  if (!(await services.files.has(document))) return undefined;
  const offset = document.offsetAt(position);
  const doc = services.docs.get(document);
  const isInside = ({ start, end }: { start: number; end: number }): boolean =>
    start <= offset && offset < end;
  if ((doc.frontMatter && isInside(doc.frontMatter)) || doc.code.some(isInside)) return undefined;
  const knowledge = await services.knowledge(document.uri);
  if (token.isCancellationRequested) return undefined;
  const term = termAt(document.lineAt(position.line).text, position.character, knowledge);
  if (!term) return undefined;
  const content = noteHover(term.note, l10n.t('Open the note beside the diagrams'), true);
  return new Hover(content, new Range(position.line, term.start, position.line, term.end));
}
