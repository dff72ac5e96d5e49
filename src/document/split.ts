import { closes, fenceOn, indentOf, type Fence } from './fences';
import { BLANK, htmlBlockOn, type HtmlBlock } from './html-blocks';
import { LineFinder } from './line-finder';

/**
 * Cuts a Markdown text into pieces that can be parsed on their own: a piece starts at an ATX heading in column 0, which
 * ends everything but a fence or a block of HTML that stands in no list item, footnote or quotation. Where it cannot be
 * told whether one does, and that matters, it does not cut: a longer piece costs time, never correctness. Front matter
 * must have been taken off.
 *
 * Returns the offsets at which pieces start; the first is always 0.
 */
export function splitAtHeadings(text: string): number[] {
  const starts = [0];
  const lines = new LineFinder(text);
  let fence: Fence | undefined;
  let html: HtmlBlock | undefined;
  // Whether that is one for sure, and in no item but one that its line begins.
  let isCertain = true;
  for (let start = 0, end = 0; start < text.length; start = end) {
    // Most lines can change nothing: they are not looked at.
    if (!html && !fence) start = lines.nextThatMatters(start);
    else if (isCertain && fence?.item === '') start = lines.nextWithMark(start);
    end = lines.endOf(start);
    const line = text.slice(start, end);
    if (fence && (fence.item !== '' || !isCertain) && indentOf(line) < fence.column) {
      // A line further left ends an item, and the fence with it.
      if (!isCertain) return starts;
      fence = undefined;
    }
    if (fence) {
      if (closes(line, fence)) fence = undefined;
    } else if (html) {
      if (!isCertain && mayOpenMore(line, html)) return starts;
      if (html.end.test(line)) html = undefined;
    } else if (isHeading(line)) {
      if (start > 0) starts.push(start);
    } else {
      const mayBeInItem = line.startsWith(' ') && lines.hasListItem(starts.at(-1) ?? 0, start);
      fence = fenceOn(line);
      html = fence ? undefined : htmlBlockOn(line);
      if (fence?.item) {
        // Within a paragraph, only a first number begins an item.
        if (/^[02-9]/.test(fence.item) && !lines.isAfterBlank(start)) return starts;
        isCertain = true;
      } else {
        isCertain = !mayBeInItem && !(html?.isWeak && !lines.isAfterBlank(start));
      }
    }
  }
  return starts;
}

function isHeading(line: string): boolean {
  let depth = 0;
  while (line.charCodeAt(depth) === 35) depth++;
  return depth >= 1 && depth <= 6 && ' \t\r\n'.includes(line.charAt(depth));
}

/** Whether a line would open something that goes on behind a block of HTML if that were none, or had ended. */
function mayOpenMore(line: string, html: HtmlBlock): boolean {
  const inner = htmlBlockOn(line);
  return fenceOn(line) !== undefined || (inner !== undefined && (inner.end !== BLANK || html.end !== BLANK));
}
