import type { DesignDoc, Statement } from './types';

/**
 * The words by which a statement labels what follows: a short heading, what stands before a colon, the start of
 * "Good, because …" up to the comma. Undefined for any other statement.
 */
export function labelOf({ text, kind }: Statement): string | undefined {
  const [first = ''] = text.split(kind === 'heading' ? ':' : /[:,]/, 1);
  const isLabel = kind === 'heading' || first.length < text.length || text.length < 20;
  return isLabel && first.length <= 30 && first.split(' ').length <= 3 ? first : undefined;
}

/** The section that a label speaks of: the one it stands in, and for a heading the one above it. */
export function labelledSection(doc: DesignDoc, { kind, section }: Statement): number {
  return kind === 'heading' ? (doc.sections[section]?.parent ?? 0) : section;
}
