/**
 * Cuts a Markdown text into pieces that can be parsed on their own: a piece starts at an ATX heading in column 0.
 * Where it is not certain that a line is a heading (inside a fence, a comment or an HTML block) it does not cut:
 * a longer piece costs time, never correctness. Front matter must have been taken off.
 *
 * Returns the offsets at which pieces start; the first is always 0.
 */
export function splitAtHeadings(text: string): number[] {
  const starts = [0];
  let fence: { mark: string; length: number } | undefined;
  let until: string | undefined;
  let lineStart = 0;
  while (lineStart < text.length) {
    const lineEnd = endOfLine(text, lineStart);
    if (until !== undefined) {
      if (endsHtml(text.slice(lineStart, lineEnd), until)) until = undefined;
    } else {
      const mark = fenceMark(text, lineStart, lineEnd);
      if (fence) {
        if (mark?.mark === fence.mark && mark.length >= fence.length && mark.bare) fence = undefined;
      } else if (mark) {
        fence = mark;
      } else if (lineStart > 0 && isHeading(text, lineStart, lineEnd)) {
        starts.push(lineStart);
      } else {
        until = openHtml(text, lineStart, lineEnd);
      }
    }
    lineStart = lineEnd;
  }
  return starts;
}

/** Offset just after the line's ending, or the text's length. */
function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10) return i + 1;
    if (code === 13) return text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
  }
  return text.length;
}

function isHeading(text: string, start: number, end: number): boolean {
  let i = start;
  while (i < end && text[i] === '#') i++;
  const depth = i - start;
  return depth >= 1 && depth <= 6 && (i >= end || ' \t\r\n'.includes(text[i] ?? ''));
}

/** A fence anywhere behind list markers, quote marks or indentation; a false hit only makes a piece longer. */
function fenceMark(text: string, start: number, end: number) {
  let i = start;
  while (i < end && ' \t>-*+.)0123456789'.includes(text[i] ?? '')) i++;
  const mark = text[i];
  if (mark !== '`' && mark !== '~') return undefined;
  let length = 0;
  while (i + length < end && text[i + length] === mark) length++;
  if (length < 3) return undefined;
  const info = text.slice(i + length, end).trim();
  if (mark === '`' && info.includes('`')) return undefined;
  return { mark, length, bare: info === '' };
}

/** Stands for "up to the next blank line". */
const BLANK = '';

function endsHtml(line: string, until: string): boolean {
  return until === BLANK ? line.trim() === '' : line.toLowerCase().includes(until);
}

const RAW_ELEMENTS = ['script', 'pre', 'style', 'textarea'];

/** The text that ends an HTML block begun on this line, inside which a line may only look like a heading. */
function openHtml(text: string, start: number, end: number): string | undefined {
  const line = text.slice(start, end).toLowerCase();
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && !line.includes('-->', comment)) return '-->';
  for (const name of RAW_ELEMENTS) {
    const open = line.lastIndexOf(`<${name}`);
    if (open >= 0 && !line.includes(`</${name}>`, open)) return `</${name}>`;
  }
  if (line.includes('<![cdata[') && !line.includes(']]>')) return ']]>';
  return line.trimStart().startsWith('<') && !line.includes('-->') ? BLANK : undefined;
}
