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
  let fence: Certain<Fence> | undefined;
  let html: Certain<HtmlBlock> | undefined;
  for (let start = 0, end = 0; start < text.length; start = end) {
    // Most lines can change nothing: they are not looked at.
    if (!html && !fence) start = lines.nextThatMatters(start);
    else if (fence?.isCertain && fence.item === '') start = lines.nextWithMark(start);
    end = lines.endOf(start);
    const line = text.slice(start, end);
    if (fence && (fence.item !== '' || !fence.isCertain) && indentOf(line) < fence.column) {
      // A line further left ends an item, and the fence with it.
      if (!fence.isCertain) return starts;
      fence = undefined;
    }
    if (fence) {
      if (closes(line, fence)) fence = undefined;
    } else if (html) {
      if (!html.isCertain && mayOpenMore(line, html)) return starts;
      if (html.end.test(line)) html = undefined;
    } else if (HEADING.test(line)) {
      if (start > 0) starts.push(start);
    } else {
      const isAfterBlank = (): boolean => lines.isAfterBlank(start);
      const mayBeInItem = (): boolean => !/^[^ ]/.test(line) && lines.hasListItem(starts.at(-1) ?? 0, start);
      const [fenceHere, htmlHere] = [fenceOn(line), htmlBlockOn(line)];
      fence = fenceHere && { ...fenceHere, isCertain: fenceHere.item === '' ? !mayBeInItem() : true };
      // Within a paragraph, only a first number begins an item.
      if (fenceHere && /^[02-9]/.test(fenceHere.item) && !isAfterBlank()) return starts;
      html = htmlHere && { ...htmlHere, isCertain: !mayBeInItem() && (!htmlHere.isWeak || isAfterBlank()) };
    }
  }
  return starts;
}

/** What a line opens, and whether it does so for sure and in no list item that the line does not begin itself. */
type Certain<T> = T & { readonly isCertain: boolean };

const HEADING = /^#{1,6}(?:[ \t\r\n]|$)/;

/** Whether a line would open something that goes on behind a block of HTML if that were none, or had ended. */
function mayOpenMore(line: string, html: HtmlBlock): boolean {
  const inner = htmlBlockOn(line);
  return fenceOn(line) !== undefined || (inner !== undefined && (inner.end !== BLANK || html.end !== BLANK));
}
