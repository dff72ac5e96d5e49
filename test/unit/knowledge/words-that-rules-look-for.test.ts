import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import { compileSignal, type Element } from '../../../src/knowledge/signal';
import type { KnowledgeProblem } from '../../../src/knowledge/types';
import { readVocabulary } from '../../../src/knowledge/vocabulary';
import { says, sayingStatements, stemsOf, wordingOf } from '../../../src/knowledge/wording';
import { shippedKnowledge } from '../rules/linting';

const file = (...entries: string[]) =>
  `---\ntitle: T\nsummary: S.\nentries:\n${entries.join('\n')}\n---\nBody.\n`;
const entry = (id: string, ...signals: string[]) =>
  `  - id: ${id}\n    signals: |\n${signals.map((it) => `      ${it}`).join('\n')}`;
const path = 'knowledge/vocabulary/weak.md';
const load = (...texts: string[]) => loadKnowledge(texts.map((text) => memoryFiles({ [path]: text })));

describe('a vocabulary', () => {
  it('is found in a text with its words and their place, in order', async () => {
    const knowledge = await load(file(entry('maybe', 'perhaps'), entry('escape', 'if|where possible')));
    const text = 'Hidden where possible, or perhaps deleted.';
    const found = wordingOf(knowledge, 'weak', text).map(({ entry: { id }, start, end }) => [
      id,
      text.slice(start, end),
    ]);
    expect(found).toEqual([
      ['escape', 'where possible'],
      ['maybe', 'perhaps'],
    ]);
  });

  it('is found from its first word to its last, as close as they stand', async () => {
    const knowledge = await load(file(entry('soon', 'must … quickly|soon … always')));
    const found = (text: string) =>
      wordingOf(knowledge, 'weak', text).map(({ start, end }) => text.slice(start, end));
    expect(found('It must, and you must really quickly and soon, always soon and always.')).toEqual([
      'must really quickly and soon, always',
    ]);
  });

  it('is found in the statements of a doc, an entry alone where one is asked for', async () => {
    const knowledge = await load(file(entry('maybe', 'perhaps'), entry('sure', 'surely')));
    const doc = parseDesignDoc('# T\n\nPerhaps. Surely.\n\n## Perhaps\n');
    const indexes = (isIn?: (section: number) => boolean) =>
      sayingStatements(knowledge, 'weak', 'maybe', doc, isIn).map(({ index }) => index);
    expect(indexes()).toEqual([1, 3]);
    expect(indexes((section) => section === 1)).toEqual([1]);
    expect(says(knowledge, 'weak', 'sure', 'Perhaps.')).toBe(false);
    expect(wordingOf(knowledge, 'weak', 'Perhaps.', 'sure')).toEqual([]);
    expect(says(knowledge, 'weak', 'none', 'Perhaps.')).toBe(false);
  });

  it('is added to by a file of one’s own with the same name', async () => {
    const knowledge = await load(file(entry('maybe', 'perhaps')), file(entry('mine', 'halfway')));
    expect(wordingOf(knowledge, 'weak', 'halfway').map(({ entry: { id } }) => id)).toEqual(['mine']);
    expect(wordingOf(knowledge, 'weak', 'perhaps')).toHaveLength(1);
    expect([...stemsOf(knowledge, 'weak', 'mine')]).toEqual(['halfwai']);
    expect([...stemsOf(knowledge, 'weak', 'none')]).toEqual([]);
  });

  it.each([
    ['no front matter', 'Words.', 1, /Begin the file with front matter/],
    ['no YAML', '---\na: [\n---\n', 3, /no valid YAML/],
    ['an alias of nothing', '---\ntitle: T\nsummary: *s\n---\n', 3, /no valid YAML: .*\bs\b/],
    ['a key too many', file(entry('a', 'b'), 'other: 1'), 8, /other/],
    ['a wrong entry', file(entry('a', 'b'), '  - signals: [c]'), 8, /Add the key `entries\.1\.id`/],
    ['a wrong signal', file(entry('a', 'b', '', '… b')), 9, /no word before/],
    ['a wrong signal in a list', file('  - id: a', '    signals:', '      - b', '      - … b'), 8, /no word/],
  ])('with %s is reported at its line', (_name, text, line, message) => {
    const problems: KnowledgeProblem[] = [];
    readVocabulary(path, text, problems);
    expect(problems).toEqual([{ path, line, message: expect.stringMatching(message) as string }]);
  });

  it('without its wrong signals is still of use', () => {
    expect(readVocabulary(path, file(entry('a', '… b', 'c')), [])?.entries[0]?.signals).toEqual(['c']);
    const read = readVocabulary(path, file('  - id: a', entry('b', 'c')), []);
    expect(read?.entries.map(({ id }) => id)).toEqual(['b']);
  });
});

describe('the vocabularies that are shipped', () => {
  it('can all be read', () => {
    const names = readdirSync('media/knowledge/vocabulary').map((name) => name.replace('.md', ''));
    expect(shippedKnowledge.vocabularies.map(({ id }) => id).sort()).toEqual(names.sort());
    expect(shippedKnowledge.problems.filter((problem) => problem.path.includes('vocabulary'))).toEqual([]);
  });

  it('have no entry twice', () => {
    for (const { entries } of shippedKnowledge.vocabularies) {
      expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    }
  });

  // `use|go with|take` is (use or go), then (with or take): use and take are alternatives that were torn apart.
  it('have no list of alternatives that two words without a bar between them cut in two', () => {
    const lists = shippedKnowledge.vocabularies
      .flatMap(({ entries }) => entries.flatMap(({ signals }) => signals.map(compileSignal)))
      .flatMap(({ source, phrases }) => phrases.map(({ elements }) => ({ source, elements })));
    const areAlternatives = (a: string, b: string) =>
      lists.some(({ elements }) => elements.some(({ stems }) => stems.includes(a) && stems.includes(b)));
    const isCut = ({ stems }: Element, next: Element | undefined) =>
      next?.afterGap === false &&
      stems.slice(0, -1).some((a) => next.stems.slice(1).some((b) => areAlternatives(a, b)));
    const cut = lists.filter(({ elements }) =>
      elements.some((element, i) => isCut(element, elements[i + 1])),
    );
    expect(cut.map(({ source }) => source)).toEqual([]);
  });
});
