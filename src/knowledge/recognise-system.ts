import { byDoc } from '../document/by-doc';
import { frontMatterTitle, titleSection } from '../document/structure';
import type { DesignDoc, FrontMatterEntry } from '../document/types';
import { byKnowledge } from './by-knowledge';
import { wordsOf, type Word } from './words';
import {
  BUILD_WORDS,
  DOC_WORDS,
  LIKENESS_WORDS,
  LINKING_WORDS,
  OTHER_MATTERS,
  THING_WORDS,
} from './title-words';
import type { Knowledge } from './types';

/** The kind of system that a doc is about, and what says so. */
export interface RecognisedSystem {
  readonly id: string;
  readonly by: 'front-matter' | 'title';
}

/** What a front matter says where the doc is about no kind of system that is known. */
export const NO_SYSTEM = 'none';

/** The front matter's `system:` where something is written behind it. */
export function statedSystem(doc: DesignDoc): FrontMatterEntry | undefined {
  const entry = doc.frontMatter?.entries.find(({ key }) => key === 'system');
  return entry?.value === null || entry?.value === undefined ? undefined : entry;
}

/**
 * The kind of system that a doc is about: what its front matter says, else what its title names. Undefined when the
 * front matter says `none` or something unknown, and when the title names none or more than one.
 */
export function recogniseSystem(doc: DesignDoc, knowledge: Knowledge): RecognisedSystem | undefined {
  return recogniserOf(knowledge)(doc);
}

const recogniserOf = byKnowledge((knowledge) => byDoc((doc) => recogniseIn(doc, knowledge)));

function recogniseIn(doc: DesignDoc, knowledge: Knowledge): RecognisedSystem | undefined {
  const stated = statedSystem(doc);
  if (stated) {
    const known = knowledge.systems.find(({ id }) => id === stated.value);
    return known && { id: known.id, by: 'front-matter' };
  }
  const id = systemOfTitle(frontMatterTitle(doc) ?? titleSection(doc)?.title ?? '', knowledge);
  return id === undefined ? undefined : { id, by: 'title' };
}

/** The id of the system that a title says the doc is the design of. Mentioning a system or a product is not enough. */
export function systemOfTitle(title: string, knowledge: Knowledge): string | undefined {
  const names = namesOf(knowledge);
  let found: string | undefined;
  for (const [i, segment] of segmentsOf(title).entries()) {
    if (segment.every(({ stem }) => isAboutDoc(stem) || THING_WORDS.has(stem))) continue;
    const id = systemOfSegment(segment, names);
    if (id === undefined) {
      // A code name may stand in front: "Falcon: a URL shortener".
      if (i > 0 || segment.length > 2 || segment.some(({ stem }) => OTHER_MATTERS.has(stem)))
        return undefined;
    } else if (found !== undefined && found !== id) {
      return undefined;
    } else {
      found = id;
    }
  }
  return found;
}

interface Name {
  readonly id: string;
  readonly stems: readonly string[];
  readonly isProduct: boolean;
}

/** All names of all systems, the longest first. */
const namesOf = byKnowledge(({ systems }): readonly Name[] => {
  const all = systems.flatMap(({ id, title, aliases, products }) => [
    ...[title, ...aliases].map((name) => ({ id, stems: stemsOf(name), isProduct: false })),
    ...products.map((name) => ({ id, stems: stemsOf(name), isProduct: true })),
  ]);
  return all.filter(({ stems }) => stems.length > 0).sort((a, b) => b.stems.length - a.stems.length);
});

function stemsOf(text: string): string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

/** The stretches of a title between colons, dashes and the like; what stands in brackets is left out. */
function segmentsOf(title: string): Word[][] {
  return title
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .split(/[:|–—;,]|\s[-/]+\s/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
}

/** What is longer is a sentence, and no name of anything. */
const MOST_WORDS = 30;

function systemOfSegment(words: readonly Word[], names: readonly Name[]): string | undefined {
  if (words.length > MOST_WORDS) return undefined;
  let length = 0;
  const ids = new Set<string>();
  for (const { id, stems, isProduct } of names) {
    if (stems.length < length) break;
    for (let at = 0; at + stems.length <= words.length; at++) {
      if (!stems.every((stem, i) => words[at + i]?.stem === stem)) continue;
      const before = words.slice(0, at);
      const after = words.slice(at + stems.length);
      if (!(isProduct ? isLikeProduct(before, after) : isHead(before, after))) continue;
      ids.add(id);
      length = stems.length;
    }
  }
  return ids.size === 1 ? [...ids][0] : undefined;
}

/** Most words in front of a name whose meaning nobody knows: "Acme Travel hotel booking". */
const MOST_UNKNOWN = 2;

/** Whether a name between these words is what the title is about, rather than a word in front of it or behind it. */
function isHead(before: readonly Word[], after: readonly Word[]): boolean {
  const unknown = before.filter((_, i) => !introduces(before, i));
  return (
    unknown.length <= MOST_UNKNOWN && before.every((_, i) => isHarmless(before, i)) && endsThere(after, links)
  );
}

/** Whether the title asks for something like a product, or is nothing but the product's name. */
function isLikeProduct(before: readonly Word[], after: readonly Word[]): boolean {
  const around = [...before, ...after];
  if (around.every(({ stem }) => isAboutDoc(stem) || THING_WORDS.has(stem))) return true;
  const isLike = around.some(({ stem }) => LIKENESS_WORDS.has(stem));
  return (
    isLike &&
    before.every((word, i) => introduces(before, i) || saysThing(word)) &&
    endsThere(after, linksProduct)
  );
}

/** Whether a word in front of a name only says that this is a doc, or that something is built. */
function introduces(before: readonly Word[], i: number): boolean {
  const stem = before[i]?.stem ?? '';
  if (isAboutDoc(stem) || BUILD_WORDS.has(stem)) return true;
  if (stem === 'how') return i === 0;
  if (stem === 'to') return before[i - 1]?.stem === 'how';
  // "Design doc for the …"
  return (
    (stem === 'for' || stem === 'of') && i > 0 && before.slice(0, i).every((_, j) => introduces(before, j))
  );
}

/** Whether a word in front of a name may be no more than a part of the name: "Acme", "warehouse". */
function isHarmless(before: readonly Word[], i: number): boolean {
  if (introduces(before, i) || LIKENESS_WORDS.has(before[i]?.stem ?? '')) return true;
  const { text = '', stem = '' } = before[i] ?? {};
  // "Kill the …" and "Teaching a …" are about doing something with what follows.
  if (/^(?:an?|the|our)$/i.test(before[i + 1]?.text ?? '') || (i === 0 && /ing$/i.test(text))) return false;
  return !OTHER_MATTERS.has(stem) && !LINKING_WORDS.has(stem);
}

/** Whether what follows a name adds nothing to it up to the end, or up to a word like "for". */
function endsThere(after: readonly Word[], isLink: (word: Word) => boolean): boolean {
  const linking = after.findIndex(isLink);
  return (linking < 0 ? after : after.slice(0, linking)).every(saysThing);
}

function links({ stem }: Word): boolean {
  return LINKING_WORDS.has(stem);
}

/** Behind a product "like" says no more than what the product stands for: "a Netflix-like site". */
function linksProduct(word: Word): boolean {
  return links(word) && !LIKENESS_WORDS.has(word.stem);
}

function saysThing({ stem }: Word): boolean {
  return isAboutDoc(stem) || THING_WORDS.has(stem) || LIKENESS_WORDS.has(stem);
}

/** Says that this is a doc, which number it has or which version. */
function isAboutDoc(stem: string): boolean {
  return DOC_WORDS.has(stem) || /^v?\d+$/.test(stem);
}
