import {
  Hover,
  MarkdownString,
  l10n,
  languages,
  workspace,
  type Disposable,
  type Position,
  type TextDocument,
} from 'vscode';
import { subjectOf } from '../lint/finding-subject';
import { rangeOf } from './diagnostics';
import { noteHover } from './note-hover';
import type { Services } from './services';

/** More notes than that are a wall of text. */
const MOST_NOTES = 3;

/** Shows the first lines of the note about what a finding asks for, with a link to the note. */
export function registerFindingHover(services: Services): Disposable {
  return languages.registerHoverProvider(
    { language: 'markdown' },
    { provideHover: (document, position) => hoverAt(services, document, position) },
  );
}

function hoverAt(services: Services, document: TextDocument, position: Position): Hover | undefined {
  if (workspace.getConfiguration('designDocs', document).get('hover') === false) return undefined;
  const found = services.linter.get(document);
  const here = (found?.findings ?? []).filter(
    (finding) => finding.subject !== null && rangeOf(finding).contains(position),
  );
  const [first] = here;
  if (!found || !first) return undefined;
  const notes = [...new Set(here.map((finding) => subjectOf(found.reading, finding)))].filter(
    (note) => note !== undefined,
  );
  if (notes.length === 0) return undefined;
  const alone = notes.length === 1;
  const texts = notes.slice(0, MOST_NOTES).map((note) => noteHover(note, l10n.t('Read the note'), alone));
  if (notes.length > MOST_NOTES)
    texts.push(new MarkdownString(l10n.t('… and {0} more', notes.length - MOST_NOTES)));
  return new Hover(texts, rangeOf(first));
}
