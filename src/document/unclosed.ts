import type { InlineContext } from '@lezer/markdown';
import type { InlineRule } from './inline-rules';
import { onceForEach } from './once-for-each';

const BACKTICK = 96;

/** No paragraph has so many marks of emphasis; for each of them the parser may look at all others. */
const MOST_MARKS = 2000;

/** What a certain text closes; whatever else is in angle brackets, the second of them does. */
const CLOSES = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;

// By itself the parser looks for what closes an opening up to the paragraph's end, for each opening anew. These rules
// take at once for plain text what nothing closes, so that time stays linear in the text.

/** Backticks that no other run of as many closes are plain text. */
export const unclosedCode: InlineRule = (context, at) => {
  if (at > context.offset && context.char(at - 1) === BACKTICK) return -1;
  let end = at + 1;
  while (context.char(end) === BACKTICK) end++;
  return (lastRuns(context).get(end - at) ?? -1) > at - context.offset ? -1 : end;
};

/** For each length of a run of backticks, where in a paragraph the last such run begins. */
const lastRuns = onceForEach(
  ({ text }: InlineContext): ReadonlyMap<number, number> =>
    new Map(Array.from(text.matchAll(/`+/g), (run) => [run[0].length, run.index])),
);

/** An opening angle bracket that nothing closes is plain text. */
export const unclosedTag: InlineRule = (context, at) => {
  const { text, offset } = context;
  const [, close = '>'] = CLOSES.find(([open]) => text.startsWith(open, at - offset)) ?? [];
  const last = lastPlaces(context);
  let place = last.get(close);
  if (place === undefined) last.set(close, (place = text.lastIndexOf(close)));
  return place > at - offset ? -1 : at + 1;
};

/** For each text that closes something, where in a paragraph it stands last, once that has been asked. */
const lastPlaces = onceForEach((_: InlineContext) => new Map<string, number>());

/** Where there are too many marks of emphasis, the rest of them is plain text. */
export const markOfEmphasis: InlineRule = (context, at) =>
  ++marksMet(context).count <= MOST_MARKS ? -1 : at + 1;

const marksMet = onceForEach((_: InlineContext) => ({ count: 0 }));
