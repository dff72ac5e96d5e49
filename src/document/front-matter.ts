import { LineCounter, isMap, isScalar, parseDocument, type Pair } from 'yaml';
import { byText } from './by-text';
import type { FrontMatter, FrontMatterEntry, Span } from './types';

/**
 * Reads the YAML block at the top of a text, if there is one: `---` on the first line up to the next `---`.
 * YAML that cannot be read yields no entries and at least one error with its place.
 */
export function readFrontMatter(text: string): FrontMatter | undefined {
  const open = OPEN.exec(text);
  const close = open && findClose(text, open[0].length);
  return close ? readBlock(text.slice(0, close.end)) : undefined;
}

const OPEN = /^---[ \t]*(?:\r?\n|\r)/;

/** Reads a block with its marks. It is asked for after every edit and seldom another. */
const readBlock = byText((block: string): FrontMatter => {
  const bodyStart = OPEN.exec(block)?.[0].length ?? 0;
  const yaml = block.slice(bodyStart, block.lastIndexOf('---'));
  const document = parseDocument(yaml, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: true,
  });
  const shift = (from: number, to: number): Span => ({
    start: bodyStart + from,
    end: bodyStart + Math.max(from, to),
  });
  const errors = document.errors.map((error) => ({
    message: error.message,
    span: shift(error.pos[0], error.pos[1]),
  }));
  const entries: FrontMatterEntry[] = [];
  if (errors.length === 0 && isMap(document.contents)) {
    for (const pair of document.contents.items as Pair[]) {
      const key = pair.key;
      if (!isScalar(key) || !key.range) continue;
      const value = isNode(pair.value) ? pair.value : undefined;
      entries.push({
        key: String(key.value),
        value: value?.toJS(document),
        keySpan: shift(key.range[0], key.range[1]),
        valueSpan: value?.range ? shift(value.range[0], value.range[1]) : shift(key.range[1], key.range[1]),
      });
    }
  } else if (errors.length === 0 && document.contents !== null) {
    errors.push({
      message: 'Front matter must be a list of `key: value` lines.',
      span: shift(0, yaml.length),
    });
  }
  return { start: 0, end: block.length, entries, errors };
});

/** The value of a front matter key, or undefined. */
export function frontMatterValue(frontMatter: FrontMatter | undefined, key: string): unknown {
  return frontMatter?.entries.find((entry) => entry.key === key)?.value;
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
