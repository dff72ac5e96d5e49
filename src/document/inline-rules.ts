import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/** Reads what begins at a place: the place behind it, or -1 to leave it to the parser. */
export type InlineRule = (context: InlineContext, at: number) => number;

/**
 * Rules that come before the parser's own for the characters that they are named by. They are looked up and not asked
 * one after the other: it is done for each character of a text.
 */
export function inlineRules(rules: Readonly<Record<string, InlineRule>>): MarkdownConfig {
  const byCode = Array.from({ length: 128 }, (_, code) => rules[String.fromCharCode(code)]);
  return {
    parseInline: [
      {
        name: 'OwnRules',
        before: 'InlineCode',
        parse: (context, next, at) => (next < 128 ? (byCode[next]?.(context, at) ?? -1) : -1),
      },
    ],
  };
}
