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

/**
 * Splits a paragraph's plain text into sentences. Returns half-open ranges of offsets into `text`, without the
 * white space around them. A full stop inside a number, a name (`foo.bar`) or after an abbreviation does not split;
 * neither does a line break.
 */
export function sentenceRanges(text: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!endsSentence(text, i)) continue;
    let end = i + 1;
    while (end < text.length && '.!?)"\'”’'.includes(text[end] ?? '')) end++;
    push(ranges, text, start, end);
    start = end;
    i = end - 1;
  }
  push(ranges, text, start, text.length);
  return ranges;
}

function endsSentence(text: string, at: number): boolean {
  const mark = text[at];
  if (mark !== '.' && mark !== '!' && mark !== '?') return mark === '。' || mark === '！' || mark === '？';
  let next = at + 1;
  while (next < text.length && '.!?)"\'”’'.includes(text[next] ?? '')) next++;
  if (next >= text.length) return true;
  if (!isSpace(text[next])) return false;
  if (mark !== '.') return true;
  const wordStart =
    Math.max(text.lastIndexOf(' ', at - 1), text.lastIndexOf('\n', at - 1), text.lastIndexOf('(', at - 1)) +
    1;
  const word = text.slice(wordStart, at).toLowerCase();
  if (ABBREVIATIONS.has(word) || (word.length === 1 && /[a-z]/.test(word))) return false;
  while (next < text.length && isSpace(text[next])) next++;
  return !/[a-z]/.test(text[next] ?? '');
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
