import type { DesignDoc, Span, Statement } from './types';

/** An abbreviation in capitals, where it first stands, and how often. */
export interface Acronym extends Span {
  readonly text: string;
  readonly uses: number;
}

const ACRONYM = /(?<![\p{L}\p{N}_./@#$%&-])\p{Lu}[\p{Lu}\d]{1,5}(?=s?(?![\p{L}\p{N}_/@-]|\.\p{L}))/gu;

/** All acronyms in the doc's own words, in order of their first use. Code, addresses and quotations are left out. */
export function acronymsIn(doc: DesignDoc): Acronym[] {
  const found = new Map<string, Acronym>();
  for (const statement of doc.statements) {
    if (statement.quoted || isShouted(statement.text)) continue;
    for (const match of ownWords(doc, statement).matchAll(ACRONYM)) {
      const [text] = match;
      if (!/\p{Lu}.*\p{Lu}/u.test(text)) continue;
      const start = statement.start + match.index;
      const earlier = found.get(text);
      found.set(
        text,
        earlier ? { ...earlier, uses: earlier.uses + 1 } : { text, start, end: start + text.length, uses: 1 },
      );
    }
  }
  return [...found.values()];
}

/** A heading all in capitals tells nothing of its words. */
function isShouted(text: string): boolean {
  return !/\p{Ll}/u.test(text);
}

/** A statement's source with code, link addresses and HTML replaced by spaces, so that places stay. */
function ownWords(doc: DesignDoc, { start, end }: Statement): string {
  const source = doc.text.slice(start, end);
  const begin = doc.text[start - 1] === '`' ? source.indexOf('`') : 0;
  const words = begin < 0 ? '' : ' '.repeat(begin) + source.slice(begin);
  return words.replace(
    /`[^`]{0,300}`|\]\([^)\s]{0,500}\)|\]\[[^\]]{0,200}\]|<[^>]{0,300}>|https?:\S{0,500}/g,
    (part) => ' '.repeat(part.length),
  );
}

/** Texts of the doc in which an acronym may be explained: what it stands for is told by the initials of the words. */
export function definedAcronyms(doc: DesignDoc, acronyms: readonly Acronym[]): Set<string> {
  const wanted = new Set(acronyms.map(({ text }) => text));
  const defined = new Set<string>();
  const lengths = [...new Set(acronyms.map(({ text }) => text.length))];
  for (const { text, cell } of doc.statements) {
    for (const [, name = ''] of text.matchAll(/\(["“]?(\p{Lu}[\p{Lu}\d]{1,5})s?["”]?[),;]/gu))
      defined.add(name);
    for (const [, name = ''] of text.matchAll(
      /(?<![\p{L}\d])(\p{Lu}[\p{Lu}\d]{1,5})s? ?(?:\((?!\p{Lu}+\))|=|stands for|means|is short for|:(?= ))/gu,
    ))
      defined.add(name);
    if (cell?.column === 0 && wanted.has(text)) defined.add(text);
    const initials = (text.match(/\p{L}[\p{L}\p{N}]*/gu) ?? [])
      .map((word) => word.charAt(0).toUpperCase())
      .join('');
    for (const length of lengths) {
      for (let i = 0; i + length <= initials.length; i++) {
        const letters = initials.slice(i, i + length);
        if (wanted.has(letters) && !isItself(text, letters)) defined.add(letters);
      }
    }
  }
  return defined;
}

/** Guards against taking "I D" for ID: the words must not be single capitals. */
function isItself(text: string, letters: string): boolean {
  return text.includes([...letters].join(' ')) || text.includes([...letters].join('.'));
}
