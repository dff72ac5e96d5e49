import {
  Hover,
  MarkdownString,
  Range,
  l10n,
  languages,
  workspace,
  type CancellationToken,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Note } from '../knowledge/types';
import { withoutNoteLinks } from '../templates/system-content';
import { termAt } from './hover-terms';
import type { Services } from './services';

/** The command that shows a note, given its id, in the panel. */
const OPEN_NOTE = 'designDocs.openNote';

/** Most characters of a note that a hover shows. */
const MOST = 600;

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
  const knowledge = await services.knowledge();
  if (token.isCancellationRequested) return undefined;
  const term = termAt(document.lineAt(position.line).text, position.character, knowledge);
  if (!term) return undefined;
  return new Hover(contentOf(term.note), new Range(position.line, term.start, position.line, term.end));
}

function contentOf({ id, title, summary, body }: Note): MarkdownString {
  const content = new MarkdownString(`**${title}**\n\n${summary}\n\n`);
  // A note may come from the workspace: nothing in it may run any other command.
  content.isTrusted = { enabledCommands: [OPEN_NOTE] };
  const opening = firstParagraph(body);
  if (opening !== '') content.appendMarkdown(`${opening}\n\n`);
  const argument = encodeURIComponent(JSON.stringify([id]));
  content.appendMarkdown(
    `[${l10n.t('Open the note beside the diagrams')}](command:${OPEN_NOTE}?${argument})`,
  );
  return content;
}

/** The first paragraph of prose in a note, not too long. */
function firstParagraph(body: string): string {
  const paragraph =
    body.split(/\n\s*\n/).find((block) => /^[\p{L}\p{N}*_"“`]/u.test(block.trimStart())) ?? '';
  const words = withoutNoteLinks(paragraph).replace(/\s+/g, ' ').trim();
  if (words.length <= MOST) return words;
  return `${words.slice(0, words.lastIndexOf(' ', MOST))} …`;
}
