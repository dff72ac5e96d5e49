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
import type { Knowledge, Note } from '../knowledge/types';
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

async function hoverAt(
  services: Services,
  document: TextDocument,
  position: Position,
): Promise<Hover | undefined> {
  if (workspace.getConfiguration('designDocs', document).get('hover') === false) return undefined;
  const findings = services.linter.get(document)?.findings ?? [];
  const here = findings.filter((finding) => finding.subject !== null && rangeOf(finding).contains(position));
  const [first] = here;
  if (!first) return undefined;
  const knowledge = await services.knowledge();
  const notes = [...new Set(here.map(({ subject }) => noteFor(knowledge, subject)))].filter(
    (note) => note !== undefined,
  );
  if (notes.length === 0) return undefined;
  const alone = notes.length === 1;
  const texts = notes.slice(0, MOST_NOTES).map((note) => noteHover(note, l10n.t('Read the note'), alone));
  if (notes.length > MOST_NOTES)
    texts.push(new MarkdownString(l10n.t('… and {0} more', notes.length - MOST_NOTES)));
  return new Hover(texts, rangeOf(first));
}

function noteFor({ concerns, parts }: Knowledge, subject: string | null): Note | undefined {
  return concerns.find(({ id }) => id === subject) ?? parts.find(({ id }) => id === subject);
}
