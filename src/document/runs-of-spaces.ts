import type { MarkdownConfig } from '@lezer/markdown';

const SPACE = 32;

/**
 * Looks at a run of spaces once: only its first may begin a hard break. The parser by itself looks from each of them to
 * the run's end.
 */
export const RunsOfSpaces: MarkdownConfig = {
  parseInline: [
    {
      name: 'RunOfSpaces',
      before: 'HardBreak',
      parse: (context, next, at) =>
        next === SPACE && at > context.offset && context.char(at - 1) === SPACE ? at + 1 : -1,
    },
  ],
};
