import { LineFinder } from './line-finder';

/**
 * Cuts a Markdown text into pieces that can be parsed on their own: a piece starts at an ATX heading in column 0.
 * Where it is not certain that a line is a heading (inside a fence, a comment or an HTML block) it does not cut:
 * a longer piece costs time, never correctness. Front matter must have been taken off.
 *
 * Returns the offsets at which pieces start; the first is always 0.
 */
export function splitAtHeadings(text: string): number[] {
  const starts = [0];
  const lines = new LineFinder(text);
  let fence: Fence | undefined;
  let html: OpenHtml | undefined;
  for (let start = 0, end = 0; start < text.length; start = end) {
    // Most lines can change nothing: they are not looked at.
    if (!html && !fence) start = lines.nextThatMatters(start);
    else if (fence?.column === 0) start = lines.nextWithMark(start);
    end = lines.endOf(start);
    const mark = fenceMark(text, start, end);
    if (html) {
      const line = text.slice(start, end);
      if (!html.certain && (mark || (html.until === BLANK && openHtml(line)?.until))) return starts;
      if (endsHtml(line, html.until)) html = undefined;
    } else if (fence) {
      // Inside a list item, a line further left ends the item and so the fence; which of the two it is, is a guess.
      if (indentOf(text, start, end) < fence.column) return starts;
      if (mark?.mark === fence.mark && mark.length >= fence.length && mark.bare) fence = undefined;
    } else if (mark) {
      fence = mark;
    } else if (isHeading(text, start, end)) {
      if (start > 0) starts.push(start);
    } else {
      html = openHtml(text.slice(start, end));
    }
  }
  return starts;
}

interface Fence {
  readonly mark: string;
  readonly length: number;
  /** 0-based: a fence in column 0 stands in no list or quote. */
  readonly column: number;
  /** Nothing stands behind the mark: it can close a fence. */
  readonly bare: boolean;
}

/** HTML begun on a line, inside which a line may only look like a heading. */
interface OpenHtml {
  /** The text that ends it. */
  readonly until: string;
  /** It is an HTML block for sure: a fence inside it is none. Where it is not, a fence makes cutting a guess. */
  readonly certain: boolean;
}

function isHeading(text: string, start: number, end: number): boolean {
  let i = start;
  while (i < end && text[i] === '#') i++;
  const depth = i - start;
  return depth >= 1 && depth <= 6 && (i >= end || ' \t\r\n'.includes(text[i] ?? ''));
}

/** A fence anywhere behind list markers, quote marks or indentation; a false hit only makes a piece longer. */
function fenceMark(text: string, start: number, end: number): Fence | undefined {
  let i = start;
  while (i < end && ' \t>-*+.)0123456789'.includes(text[i] ?? '')) i++;
  const mark = text[i];
  if (mark !== '`' && mark !== '~') return undefined;
  let length = 0;
  while (i + length < end && text[i + length] === mark) length++;
  if (length < 3) return undefined;
  const info = text.slice(i + length, end).trim();
  if (mark === '`' && info.includes('`')) return undefined;
  return { mark, length, column: i - start, bare: info === '' };
}

/** Columns of white space before a line's first character; a blank line counts as indented without end. */
function indentOf(text: string, start: number, end: number): number {
  let i = start;
  while (i < end && ' \t\r\n'.includes(text[i] ?? '')) i++;
  return i === end ? Infinity : i - start;
}

/** Stands for "up to the next blank line". */
const BLANK = '';

/** Stands for "up to any of the raw elements' closing tags", as CommonMark has it. */
const RAW = '</';

function endsHtml(line: string, until: string): boolean {
  if (until === BLANK) return line.trim() === '';
  const lower = line.toLowerCase();
  return until === RAW ? RAW_ELEMENTS.some((name) => lower.includes(`</${name}>`)) : lower.includes(until);
}

const RAW_ELEMENTS = ['script', 'pre', 'style', 'textarea'];

function openHtml(original: string): OpenHtml | undefined {
  const line = original.toLowerCase();
  const comment = line.lastIndexOf('<!--');
  if (comment >= 0 && !line.includes('-->', comment)) return { until: '-->', certain: comment === 0 };
  for (const name of RAW_ELEMENTS) {
    const open = line.lastIndexOf(`<${name}`);
    if (open >= 0 && !line.includes(`</${name}>`, open)) return { until: RAW, certain: open === 0 };
  }
  if (line.includes('<![cdata[') && !line.includes(']]>')) return { until: ']]>', certain: false };
  return line.trimStart().startsWith('<') && !line.includes('-->')
    ? { until: BLANK, certain: false }
    : undefined;
}
