import type { DesignDoc, Statement } from './types';

/** Longest rest that is looked at: enough to see that something is said. */
const REACH = 600;

/** Source of what an item or paragraph says behind one of its statements, nested items included. */
export function restOfItem(doc: DesignDoc, { start, end, section }: Statement): string {
  // Looked up and not searched for: a line may be as long as the doc, with thousands of statements on it.
  const lineStart = start - (doc.position({ start, end: start }).start.column - 1);
  const indent = indentOf(doc.text.slice(lineStart, Math.min(start, lineStart + REACH)));
  const lines = doc.text.slice(end, Math.min(end + REACH, doc.sections[section]?.end ?? end)).split('\n');
  const isNext = (line: string, i: number): boolean => {
    if (i === 0 || line.trim() === '' || indentOf(line) > indent) return false;
    return lines[i - 1]?.trim() === '' || /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line);
  };
  const next = lines.findIndex(isNext);
  return (next < 0 ? lines : lines.slice(0, next)).join('\n').trim();
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
