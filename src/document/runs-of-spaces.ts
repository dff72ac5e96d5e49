import type { InlineRule } from './inline-rules';

const SPACE = 32;

/**
 * Looks at a run of spaces once: only its first may begin a hard break. The parser by itself looks from each of them to
 * the run's end.
 */
export const runOfSpaces: InlineRule = (context, at) =>
  at > context.offset && context.char(at - 1) === SPACE ? at + 1 : -1;
