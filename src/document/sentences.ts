/** Words after which a full stop does not end a sentence. */
const ABBREVIATIONS = new Set([
  'e.g',
  'i.e',
  'eg',
  'ie',
  'etc',
  'vs',
  'cf',
  'approx',
  'ca',
  'no',
  'fig',
  'sec',
  'al',
  'resp',
  'incl',
  'excl',
  'max',
  'min',
  'dr',
  'mr',
  'mrs',
  'ms',
  'st',
  'inc',
  'ltd',
  'dept',
  'est',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
]);

const LONGEST_ABBREVIATION = Math.max(...[...ABBREVIATIONS].map(({ length }) => length));

/**
 * Splits a paragraph's plain text into sentences. Returns half-open ranges of offsets into `text`, without the
 * white space around them. A full stop inside a number, a name (`foo.bar`) or after an abbreviation does not split;
 * neither does a line break.
 */
export function sentenceRanges(text: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  let run: RunOfMarks | undefined;
  for (let i = 0; i < text.length; i++) {
    if (!MARKS.includes(text.charAt(i))) continue;
    if (!run || run.end <= i) run = runAt(text, i);
    if (!endsSentence(text, i, run)) continue;
    push(ranges, text, start, run.end);
    start = run.end;
    i = run.end - 1;
  }
  push(ranges, text, start, text.length);
  return ranges;
}

const MARKS = '.!?。！？';

/** Marks and what closes quotations and brackets, side by side: looked at once, for there may be thousands. */
interface RunOfMarks {
  readonly end: number;
  readonly isBeforeSpace: boolean;
  /** What stands behind them, and behind white space, begins with a small letter. */
  readonly isBeforeSmall: boolean;
}

function runAt(text: string, at: number): RunOfMarks {
  let end = at + 1;
  while (end < text.length && '.!?)"\'”’'.includes(text.charAt(end))) end++;
  let next = end;
  while (next < text.length && isSpace(text[next])) next++;
  return { end, isBeforeSpace: next > end, isBeforeSmall: /[a-z]/.test(text.charAt(next)) };
}

function endsSentence(text: string, at: number, run: RunOfMarks): boolean {
  const mark = text[at];
  if (mark !== '.' && mark !== '!' && mark !== '?') return true;
  if (run.end === text.length) return true;
  if (!run.isBeforeSpace) return false;
  return mark !== '.' || !(run.isBeforeSmall || isShortened(text, at));
}

/** Whether the word before a full stop is an abbreviation or a single letter. */
function isShortened(text: string, stop: number): boolean {
  const from = Math.max(0, stop - LONGEST_ABBREVIATION - 1);
  const [word = ''] = /[^ \n(]*$/.exec(text.slice(from, stop).toLowerCase()) ?? [];
  return ABBREVIATIONS.has(word) || /^[a-z]$/.test(word);
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}

function push(ranges: [number, number][], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isSpace(text[start])) start++;
  while (end > start && isSpace(text[end - 1])) end--;
  if (end > start) ranges.push([start, end]);
}
