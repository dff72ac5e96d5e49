import { isWithin } from '../document/structure';
import type { DesignDoc } from '../document/types';
import type { Reading } from '../knowledge/reading';

/** What can be completed at a place of a doc. Offsets are 0-based. */
export type CompletionPlace =
  | {
      /** The value of a key in the front matter; `start` to `end` is what is there. */
      readonly kind: 'value';
      readonly key: string;
      readonly start: number;
      readonly end: number;
    }
  | {
      /** A diagram that is not begun, or of which only the first line is there. */
      readonly kind: 'diagram';
      /** The first line as it stands; empty when there is none. */
      readonly header: string;
    }
  | {
      readonly kind: 'requirement';
      /** In what form requirements are written here. */
      readonly form: 'item' | 'rest-of-item' | 'row';
      /** Start of the line, where a row begins. */
      readonly lineStart: number;
    };

const KEYS = ['status', 'system', 'template'];

/** Parts of a doc that hold requirements. */
const REQUIREMENTS = ['quality-requirements', 'functional-requirements'];

/** Says what can be completed at an offset; `reading` is asked only where it matters. */
export function completionPlace(
  doc: DesignDoc,
  offset: number,
  reading: () => Reading,
): CompletionPlace | undefined {
  const lineStart = doc.text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = /[\r\n]|$/.exec(doc.text.slice(offset))?.index ?? 0;
  const before = doc.text.slice(lineStart, offset);
  if (doc.frontMatter && offset < doc.frontMatter.end) return valueAt(before, offset, offset + lineEnd);
  const diagram = doc.diagrams.find(({ sourceStart, end }) => sourceStart <= offset && offset <= end);
  if (diagram) {
    const above = doc.text.slice(diagram.sourceStart, lineStart).trim();
    return above.includes('\n') || /\s/.test(before.trim()) ? undefined : { kind: 'diagram', header: above };
  }
  if (doc.code.some(({ start, end }) => start < offset && offset <= end)) return undefined;
  const form = formOf(before);
  return form && isInRequirements(doc, offset, reading())
    ? { kind: 'requirement', form, lineStart }
    : undefined;
}

function valueAt(before: string, offset: number, lineEnd: number): CompletionPlace | undefined {
  const [, key, typed] = /^([\w-]+):[ \t]+(.*)$/.exec(before) ?? [];
  if (key === undefined || typed === undefined || !KEYS.includes(key)) return undefined;
  return { kind: 'value', key, start: offset - typed.length, end: lineEnd };
}

/** Only where a requirement begins: at most a word of it is typed. */
function formOf(before: string): 'item' | 'rest-of-item' | 'row' | undefined {
  if (/^\s*\|[^|\s]*\s*[^|\s]*$/.test(before)) return 'row';
  if (/^\s*(?:[-*+]|\d+[.)])[ \t]+[\w-]*$/.test(before)) return 'rest-of-item';
  return /^\s*[\w-]*$/.test(before) ? 'item' : undefined;
}

function isInRequirements(doc: DesignDoc, offset: number, reading: Reading): boolean {
  const here = doc.sections.findLast((section) => section.start <= offset)?.index ?? 0;
  return REQUIREMENTS.some((part) => {
    if (!reading.knowledge.parts.some(({ id }) => id === part)) return false;
    const section = reading.sectionOf(part);
    return section > 0 && isWithin(doc, here, section);
  });
}
