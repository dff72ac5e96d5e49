import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import { applyEdits } from '../../../src/lint/fix-all';
import { lint } from '../../../src/lint/lint';
import { disableInFile, ignoreHere } from '../../../src/lint/suppress-edits';
import { switchedOff } from '../../../src/lint/edit-config';
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
  it('makes a file that says what it is', () => {
    expect(switchedOff(undefined, ['rules', 'bad-word'])).toBe(
      '# What the Design Docs linter is told to do in this folder and below.\n\nrules:\n  bad-word: off\n',
    );
  });

  it('keeps comments, order and what else is there', () => {
    const text = '# Ours\nrules:\n  # because\n  a: error # yes\nconcerns:\n  cost: info\n';
    expect(switchedOff(text, ['concerns', 'cost'])).toBe(text.replace('cost: info', 'cost: off'));
    expect(switchedOff(text, ['rules', 'b'])).toBe(text.replace('# yes\n', '# yes\n  b: off\n'));
  });

  it('keeps a rule’s options', () => {
    expect(switchedOff('rules:\n  a:\n    level: error\n    days: 3\n', ['rules', 'a'])).toBe(
      'rules:\n  a:\n    level: off\n    days: 3\n',
    );
    expect(JSON.parse(switchedOff('{"rules": {"a": {"days": 3}}}', ['rules', 'a'])!)).toEqual({
      rules: { a: { days: 3, level: 'off' } },
    });
  });

  it('keeps JSON JSON, with its indentation', () => {
    expect(switchedOff('{\n\t"include": ["a"]\n}\n', ['rules', 'a'])).toBe(
      '{\n\t"include": [\n\t\t"a"\n\t],\n\t"rules": {\n\t\t"a": "off"\n\t}\n}\n',
    );
  });

  it('leaves a file alone that it cannot read', () => {
    expect(switchedOff('rules: [', ['rules', 'a'])).toBeUndefined();
    expect(switchedOff('- a\n', ['rules', 'a'])).toBeUndefined();
  });
});
