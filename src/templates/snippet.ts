import { splitPrompts } from './prompts';

/**
 * The Markdown in VS Code's snippet syntax: each prompt is a tab stop that keeps its braces until something is
 * written in its place, so that what was passed over can still be found. The last tab stop is the end.
 */
export function toSnippet(markdown: string): string {
  let stop = 0;
  const parts = splitPrompts(markdown).map(({ kind, text }) =>
    kind === 'prompt' ? `\${${++stop}:${escapeSnippet(`{${text}}`)}}` : escapeSnippet(text),
  );
  return `${parts.join('')}$0`;
}

/** Text that a snippet inserts as it is. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
