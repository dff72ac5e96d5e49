import type { InlineContext } from '@lezer/markdown';
import type { InlineRule } from './inline-rules';
import { normalisedLabel, type Labels } from './link-labels';
import { onceForEach } from './once-for-each';

/** No paragraph has so many links; for each of them the parser may look as far as the paragraph's end. */
const MOST = 1000;

/** No link's words are longer. */
const LONGEST = 2000;

const [OPEN, CLOSE, BANG] = ['[', ']', '!'].map((mark) => mark.charCodeAt(0));

/** Brackets met so far in a paragraph. */
interface Met {
  count: number;
  /** For each that is still open: whether it may begin a link. */
  readonly open: boolean[];
}

/**
 * Takes brackets for plain text where they name nothing: the parser by itself takes `[any words]` for a link, and then
 * the brackets around it for none. Where there are too many they are plain text too: time stays linear in the text.
 *
 * @param labels those of the text's brackets that name something
 */
export function bracketRule(labels: Labels): InlineRule {
  const metIn = onceForEach((_: InlineContext): Met => ({ count: 0, open: [] }));
  return (context, at) => {
    const next = context.char(at);
    const opens = next === OPEN || (next === BANG && context.char(at + 1) === OPEN);
    if (!opens && next !== CLOSE) return -1;
    const met = metIn(context);
    if (!opens) return met.open.pop() === false ? at + 1 : -1;
    const bracket = next === OPEN ? at : at + 1;
    const isLink = ++met.count <= MOST && mayBeLink(context, bracket, labels);
    met.open.push(isLink);
    return isLink ? -1 : bracket + 1;
  };
}

function mayBeLink(context: InlineContext, open: number, labels: Labels): boolean {
  const text = context.slice(open, Math.min(context.end, open + LONGEST));
  const close = closingBracket(text);
  if (close < 0) return false;
  if (text[close + 1] === '(') return true;
  const named = text[close + 1] === '[' ? /^\[([^[\]]+)\]/.exec(text.slice(close + 1))?.[1] : undefined;
  return labels.has(normalisedLabel(named ?? text.slice(1, close)));
}

/** Index of the bracket that closes the first one, or -1. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const mark = text[i];
    if (mark === '\\') i++;
    else if (mark === '[') depth++;
    else if (mark === ']' && --depth === 0) return i;
  }
  return -1;
}
