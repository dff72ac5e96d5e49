import type { DesignDoc } from '../document/types';
import type { TextEdit } from './finding';
import { newline } from './text-edits';

/**
 * Writes a value behind a key of the front matter, which is made when there is none. Undefined when the front matter
 * cannot be read: what an edit would do to it nobody knows.
 */
export function setFrontMatter(doc: DesignDoc, key: string, value: string): TextEdit | undefined {
  const nl = newline(doc);
  const { frontMatter } = doc;
  if (!frontMatter)
    return { start: 0, end: 0, text: `---${nl}${key}: ${value}${nl}---${nl}${doc.text === '' ? '' : nl}` };
  if (frontMatter.errors.length > 0) return undefined;
  const entry = frontMatter.entries.find((candidate) => candidate.key === key);
  if (!entry) {
    const close = doc.text.lastIndexOf('---', frontMatter.end);
    return { start: close, end: close, text: `${key}: ${value}${nl}` };
  }
  if (doc.text.slice(entry.valueSpan.start, entry.valueSpan.end).trim() !== '') {
    return { ...entry.valueSpan, text: value };
  }
  const behind = doc.text.indexOf(':', entry.keySpan.end) + 1;
  return { start: behind, end: behind, text: ` ${value}` };
}
