import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import { applyEdits } from '../../../src/lint/fix-all';
import { lint } from '../../../src/lint/lint';
import { disableInFile, ignoreHere } from '../../../src/lint/suppress-edits';
import { newConfig, switchedOff } from '../../../src/lint/edit-config';
import { defineRule } from '../../../src/rules/define-rule';

const knowledge = await loadKnowledge([memoryFiles({})]);
const badWord = defineRule(
  { id: 'bad-word', level: 'warning', summary: 'No bad words.' },
  ({ doc, report }) => {
    for (const { index } of doc.text.matchAll(/bad(?=[ \r\n])/g)) {
      report({ message: 'bad', at: { start: index, end: index + 3 }, subject: 'cost' });
    }
  },
);
const findingsIn = async (text: string) =>
  (await lint(parseDesignDoc(text), knowledge, { today: '2026-01-31', rules: [badWord] })).findings;

/** The text after ignoring its first finding, and what is still found. */
async function after(text: string, edit: typeof ignoreHere): Promise<{ text: string; left: number }> {
  const [finding] = await findingsIn(text);
  const made = edit(parseDesignDoc(text), finding!);
  const now = made ? applyEdits(text, [made]) : text;
  return { text: now, left: (await findingsIn(now)).length };
}

describe('ignoring a finding where it stands', () => {
  it.each([
    [
      'a paragraph',
      'Words.\n\nSome\nbad words.\n',
      'Words.\n\n<!-- design-docs ignore bad-word:cost -->\n\nSome\nbad words.\n',
    ],
    [
      'a heading',
      '# Bad\n\n## so bad \n',
      '# Bad\n\n<!-- design-docs ignore bad-word:cost -->\n\n## so bad \n',
    ],
    ['a list, as a whole', '- a\n- bad \n', '<!-- design-docs ignore bad-word:cost -->\n\n- a\n- bad \n'],
    ['CRLF lines', 'A\r\n\r\nbad \r\n', 'A\r\n\r\n<!-- design-docs ignore bad-word:cost -->\r\n\r\nbad \r\n'],
  ])('puts a comment above %s', async (_name, text, expected) => {
    expect(await after(text, ignoreHere)).toEqual({ text: expected, left: 0 });
  });

  it('adds to a comment that is there', async () => {
    const text = '<!-- design-docs ignore other-rule -->\n\nbad \n';
    const finding = (await findingsIn(text)).find(({ rule }) => rule === 'bad-word');
    const edit = ignoreHere(parseDesignDoc(text), {
      ...finding!,
      start: { line: 3, column: 1, offset: text.indexOf('bad') },
    });
    expect(applyEdits(text, [edit!])).toBe('<!-- design-docs ignore other-rule bad-word:cost -->\n\nbad \n');
  });

  it('is not offered in front matter', async () => {
    const text = '---\ntitle: bad \n---\n# A\n';
    expect((await after(text, ignoreHere)).text).toBe(text);
  });
});

describe('for the whole file', () => {
  it.each([
    ['at the top', '# A\n\nbad \n', '<!-- design-docs disable bad-word:cost -->\n\n# A\n\nbad \n'],
    [
      'below front matter, and for it',
      '---\ntitle: bad \n---\n\n# A\n',
      '---\ntitle: bad \n---\n\n<!-- design-docs disable bad-word:cost -->\n\n# A\n',
    ],
    [
      'in the comment that is there',
      '<!-- design-docs disable other -->\n\nbad \n',
      '<!-- design-docs disable other bad-word:cost -->\n\nbad \n',
    ],
  ])('%s', async (_name, text, expected) => {
    const finding = (await findingsIn(text)).find(({ rule }) => rule === 'bad-word');
    const now = applyEdits(text, [disableInFile(parseDesignDoc(text), finding!)]);
    expect(now).toBe(expected);
    expect((await findingsIn(now)).filter(({ rule }) => rule === 'bad-word')).toEqual([]);
  });
});

describe('in the configuration', () => {
  /** A configuration file with something switched off; undefined where that is not offered. */
  const off = (text: string, ...key: [string, string]) => {
    const edit = switchedOff(text, key);
    return edit && applyEdits(text, [edit]);
  };

  it('makes a file that says what it is', () => {
    expect(newConfig(['rules', 'bad-word'])).toBe(
      '# What the Design Docs linter is told to do in this folder and below.\n\nrules:\n  bad-word: off\n',
    );
  });

  it('changes a level where it stands, and nothing else', () => {
    const text =
      '# Ours\nrules:\n  # because\n  a: "error" # yes\n\nconcerns: {cost:  info}\ninclude:\n- x\n';
    expect(off(text, 'rules', 'a')).toBe(text.replace('"error"', 'off'));
    expect(off(text, 'concerns', 'cost')).toBe(text.replace('info', 'off'));
  });

  it.each([
    [
      'behind the last of its kind',
      'rules: # ours\n    a: error # yes\n',
      '    b: off\n',
      '# end\ninclude:\n - x\n',
    ],
    ['behind options', 'rules:\n  a:\n    days: 3\n', '  b: off\n', 'concerns: {}\n'],
    ['below a key without anything', 'rules: # none yet\n', '  b: off\n', '# end\n'],
    ['below a key, indented as the rest', 'rules:\n', '    b: off\n', 'concerns:\n    cost: off\n'],
    [
      'at the end, where nothing of its kind is there',
      'include:\n  - a # x\n# end\n',
      'rules:\n  b: off\n',
      '',
    ],
    ['into a file of comments', '# nothing yet\n', 'rules:\n  b: off\n', ''],
    ['into an empty file', '', 'rules:\n  b: off\n', ''],
    ['with the line endings of the file', 'rules:\r\n  a: off\r\n', '  b: off\r\n', 'include: [x]\r\n'],
    [
      'beside a pattern that must be in quotes',
      'rules:\n  a: off\n',
      '  b: off\n',
      'include:\n  - **/*.md\n',
    ],
    ['into braces', 'rules: { a: off', ', b: off', ' } # yes\n'],
    ['into empty braces', 'rules: {', 'b: off', '}\n'],
    ['into JSON on one line', '{"rules": {"a": {"days": 3}', ', "b": "off"', '}}'],
    [
      'into JSON with comments and a last comma',
      '{ # ours\n  "rules": {\n    "a": "off"',
      ',\n    "b": "off"',
      ', # yes\n  },\n}\n',
    ],
    [
      'into JSON with nothing of its kind',
      '{\n\t"include": ["a"]',
      ',\n\t"rules": {\n\t\t"b": "off"\n\t}',
      '\n}\n',
    ],
    ['into JSON with nothing at all', '{', '"rules": {"b": "off"}', '}\n'],
  ])('adds a rule %s', (_name, before, added, after) => {
    expect(off(before + after, 'rules', 'b')).toBe(before + added + after);
  });

  it.each([
    ['a null', 'rules: ~ # none\n', 'rules: {a: off} # none\n'],
    ['a null in JSON', '{"rules": null}', '{"rules": {"a": "off"}}'],
    ['a rule without a level', 'rules:\n  a: # which?\n  b: off\n', 'rules:\n  a: off # which?\n  b: off\n'],
    ['a reference', 'rules:\n  b: &l info\n  a: *l\n', 'rules:\n  b: &l info\n  a: off\n'],
    ['a file without a last newline', 'rules:\n  b: off', 'rules:\n  b: off\n  a: off'],
  ])('finds its place at %s', (_name, text, expected) => {
    expect(off(text, 'rules', 'a')).toBe(expected);
  });

  it.each([
    ['rules:\n  a:\n    level: error # !\n    days: 3\n', 'rules:\n  a:\n    level: off # !\n    days: 3\n'],
    ['rules:\n  a:\n    days: 3\n  b: off\n', 'rules:\n  a:\n    days: 3\n    level: off\n  b: off\n'],
    ['{"rules": {"a": {"days": 3}}}', '{"rules": {"a": {"days": 3, "level": "off"}}}'],
  ])('keeps a rule’s options', (text, expected) => {
    expect(off(text, 'rules', 'a')).toBe(expected);
  });

  it.each([
    ['cannot read', 'rules: ['],
    ['does not understand', '- a\n'],
    ['says in other words', 'rules: [a]\n'],
    ['uses for more than one rule', 'rules:\n  a: &l info\n  b: *l\n'],
    ['refers to', 'all: &all\n  b: off\nrules: *all\n'],
    ['has closed', 'include: [a]\n...\n'],
  ])('leaves alone what it %s', (_name, text) => {
    expect(off(text, 'rules', 'a')).toBeUndefined();
  });
});
