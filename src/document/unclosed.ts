import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

const [BACKTICK, ANGLE, STAR, LINE, TILDE] = ['`', '<', '*', '_', '~'].map((mark) => mark.charCodeAt(0));

/** No paragraph has so many marks of emphasis; for each of them the parser may look at all others. */
const MOST_MARKS = 2000;

/** What a certain text closes; whatever else is in angle brackets, the second of them does. */
const CLOSES = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;

/** What a paragraph holds, each found when it is first asked for. */
interface Seen {
  marks: number;
  /** For each length of a run of backticks, where the last such run begins. */
  runs?: ReadonlyMap<number, number>;
  /** For each text that closes something, where it stands last. */
  readonly last: Map<string, number>;
}

/**
 * Takes for plain text at once what nothing closes: the parser by itself looks for the end of each opening up to the
 * paragraph's end. Where there are too many marks of emphasis they are plain text too: time stays linear in the text.
 */
export function unclosedIsText(): MarkdownConfig {
  const paragraphs = new WeakMap<InlineContext, Seen>();
  const seenIn = (context: InlineContext): Seen => {
    let seen = paragraphs.get(context);
    if (!seen) paragraphs.set(context, (seen = { marks: 0, last: new Map() }));
    return seen;
  };
  return {
    parseInline: [
      {
        name: 'Unclosed',
        before: 'InlineCode',
        parse: (context, next, at) => {
          if (next === BACKTICK) return behindUnclosedCode(context, seenIn(context), at);
          if (next === ANGLE) return isClosed(context, seenIn(context), at) ? -1 : at + 1;
          if (next !== STAR && next !== LINE && next !== TILDE) return -1;
          return ++seenIn(context).marks <= MOST_MARKS ? -1 : at + 1;
        },
      },
    ],
  };
}

/** The place behind a run of backticks that no other closes; -1 for one that begins code, or is the rest of a run. */
function behindUnclosedCode(context: InlineContext, seen: Seen, at: number): number {
  if (at > context.offset && context.char(at - 1) === BACKTICK) return -1;
  let end = at + 1;
  while (context.char(end) === BACKTICK) end++;
  seen.runs ??= new Map(Array.from(context.text.matchAll(/`+/g), (run) => [run[0].length, run.index]));
  return (seen.runs.get(end - at) ?? -1) > at - context.offset ? -1 : end;
}

function isClosed(context: InlineContext, { last }: Seen, at: number): boolean {
  const { text, offset } = context;
  const [, close = '>'] = CLOSES.find(([open]) => text.startsWith(open, at - offset)) ?? [];
  let place = last.get(close);
  if (place === undefined) last.set(close, (place = text.lastIndexOf(close)));
  return place > at - offset;
}
