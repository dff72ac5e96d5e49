import { byDoc } from './by-doc';
import type { DesignDoc, Span } from './types';

/** The status that a doc gives itself. */
export interface DocStatus extends Span {
  readonly text: string;
  /** It stands in the front matter, where it is a value and no sentence. */
  readonly isValue: boolean;
}

const LINE = /^\**status\**\s*[:：]\s*(.+)$/i;

/** Reads the front matter's `status:`, else a section or a line "Status". */
export const statusOf: (doc: DesignDoc) => DocStatus | undefined = byDoc(readStatus);

function readStatus(doc: DesignDoc): DocStatus | undefined {
  const entry = doc.frontMatter?.entries.find(({ key }) => key.toLowerCase() === 'status');
  if (typeof entry?.value === 'string' && entry.value.trim() !== '') {
    return { ...entry.valueSpan, text: entry.value.trim(), isValue: true };
  }
  for (const statement of doc.statements) {
    if (statement.quoted || statement.kind === 'heading') continue;
    const { text, start, end, section } = statement;
    if (doc.sections[section]?.title.toLowerCase() === 'status') return { start, end, text, isValue: false };
    const value = text.length < 200 ? LINE.exec(text)?.[1] : undefined;
    if (value !== undefined) return { start, end, text: value, isValue: false };
  }
  return undefined;
}
