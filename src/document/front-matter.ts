import { isMap, isScalar, parseDocument, visit, type Document, type Pair } from 'yaml';
import { byText } from './by-text';
import type { FrontMatter, FrontMatterEntry, Span } from './types';

/**
 * Reads the YAML block at the top of a text, if there is one: `---` on the first line up to the next `---`. What cannot
 * be read is an error with its place: the whole block, which then has no entries, or the value of one key.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const open = OPEN.exec(text);
  const close = open && findClose(text, open[0].length);
  return close ? readBlock(text.slice(0, close.end)) : undefined;
}

const OPEN = /^---[ \t]*(?:\r?\n|\r)/;

/** Nobody refers to values so often, and for each time all of them may be looked at. */
const MOST_ALIASES = 100;

/** Reads a block with its marks. It is asked for after every edit and seldom another. */
const readBlock = byText((block: string): FrontMatter => {
  const bodyStart = OPEN.exec(block)?.[0].length ?? 0;
  const yaml = block.slice(bodyStart, block.lastIndexOf('---'));
  // Keys are held beside each other below, each once: the parser would hold every one beside all others.
  const document = parseDocument(yaml, { prettyErrors: false, uniqueKeys: false });
  const shift = (from: number, to: number): Span => ({
    start: bodyStart + from,
    end: bodyStart + Math.max(from, to),
  });
  const errors = document.errors.map(({ message, pos }) => ({ message, span: shift(pos[0], pos[1]) }));
  const entries: FrontMatterEntry[] = [];
  const read: FrontMatter = { start: 0, end: block.length, entries, errors };
  if (errors.length > 0 || document.contents === null) return read;
  const reason = whyUnreadable(document);
  if (reason !== undefined) errors.push({ message: reason, span: shift(0, yaml.length) });
  if (reason !== undefined || !isMap(document.contents)) return read;
  const keys = new Set<string>();
  for (const pair of document.contents.items as Pair[]) {
    if (!isScalar(pair.key) || !pair.key.range) continue;
    const key = String(pair.key.value);
    const keySpan = shift(pair.key.range[0], pair.key.range[1]);
    if (keys.has(key)) {
      errors.push({ message: 'Map keys must be unique', span: keySpan });
      continue;
    }
    keys.add(key);
    const node = isNode(pair.value) ? pair.value : undefined;
    const valueSpan = node?.range
      ? shift(node.range[0], node.range[1])
      : { start: keySpan.end, end: keySpan.end };
    try {
      entries.push({ key, value: node?.toJS(document), keySpan, valueSpan });
    } catch (error) {
      errors.push({ message: error instanceof Error ? error.message : String(error), span: valueSpan });
    }
  }
  return read;
});

/** The value of a front matter key, or undefined. */
export function frontMatterValue(frontMatter: FrontMatter | undefined, key: string): unknown {
  return frontMatter?.entries.find((entry) => entry.key === key)?.value;
}

function whyUnreadable(document: Document): string | undefined {
  if (!isMap(document.contents)) return 'Front matter must be a list of `key: value` lines.';
  let aliases = 0;
  visit(document, { Alias: () => (++aliases > MOST_ALIASES ? visit.BREAK : undefined) });
  return aliases > MOST_ALIASES ? 'Front matter refers to its own values too often.' : undefined;
}

function findClose(text: string, from: number): Span | undefined {
  const closing = /^---[ \t]*$/gm;
  closing.lastIndex = from;
  const match = closing.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

interface YamlNode {
  toJS(document: unknown): unknown;
  range?: [number, number, number] | null;
}

function isNode(value: unknown): value is YamlNode {
  return typeof value === 'object' && value !== null && 'toJS' in value;
}
