import { MarkdownString } from 'vscode';
import type { Note } from '../knowledge/types';
import { withoutNoteLinks } from '../templates/system-content';

/** The command that shows a note, given its id, in the panel. */
const OPEN_NOTE = 'designDocs.openNote';

/** Most characters of a note's text that a hover shows. */
const MOST = 600;

/** A note as a hover shows it: its summary, its first paragraph where there is room, and a link that opens it. */
export function noteHover(
  { id, title, summary, body }: Note,
  link: string,
  withOpening: boolean,
): MarkdownString {
  const content = new MarkdownString();
  // A note may come from the workspace: nothing in it may run any other command.
  content.isTrusted = { enabledCommands: [OPEN_NOTE] };
  const opening = withOpening ? firstParagraph(body) : '';
  const argument = encodeURIComponent(JSON.stringify([id]));
  const blocks = [`**${title}**`, summary, opening, `[${link}](command:${OPEN_NOTE}?${argument})`];
  content.appendMarkdown(blocks.filter((block) => block !== '').join('\n\n'));
  return content;
}

/** The first paragraph of prose in a note, not too long. A picture in it becomes a link: a hover fetches nothing. */
function firstParagraph(body: string): string {
  const paragraph =
    body.split(/\n\s*\n/).find((block) => /^[\p{L}\p{N}*_"“`]/u.test(block.trimStart())) ?? '';
  const words = withoutNoteLinks(paragraph).replaceAll('![', '[').replace(/\s+/g, ' ').trim();
  if (words.length <= MOST) return words;
  return `${words.slice(0, words.lastIndexOf(' ', MOST))} …`;
}
