import type { Comment, Span } from './types';

/** What a comment can ask of the linter. */
export const VERBS = ['disable', 'enable', 'ignore'] as const;

/** A word of a comment, with its place in the comment's text. */
export interface CommentWord extends Span {
  readonly text: string;
}

/** What follows `design-docs` in a comment, the verb first; undefined for a comment that does not speak to the linter. */
export function linterWords({ text }: Pick<Comment, 'text'>): CommentWord[] | undefined {
  const head = /^\s*design-docs(?![\w-])/.exec(text)?.[0].length;
  if (head === undefined) return undefined;
  return [...text.slice(head).matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => {
    return { text: word, start: head + index, end: head + index + word.length };
  });
}
