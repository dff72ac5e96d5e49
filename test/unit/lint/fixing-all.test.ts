import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, editBetween, fixAll, isMendedOnSave, isMendedUnread } from '../../../src/lint/fix-all';
import type { Finding, Fix } from '../../../src/rules/finding';

const finding = (offset: number, fix: Fix, subject: string | null = null): Finding => ({
  rule: 'r',
  subject,
  severity: 'info',
  message: '',
  start: { line: 1, column: 1, offset },
  end: { line: 1, column: 1, offset },
  fixes: [fix],
  page: '',
});

/** Finds each “x”, to be replaced by “yz”, and each “y”, to be replaced by “w”. */
const letters = (text: string) =>
  Promise.resolve(
    [...text.matchAll(/[xy]/g)].map(({ 0: letter, index }) =>
      finding(index, {
        title: '',
        edits: [{ start: index, end: index + 1, text: letter === 'x' ? 'yz' : 'w' }],
      }),
    ),
  );

describe('fixing all', () => {
  it('goes on until nothing is left, also what a fix brings about', async () => {
    expect(await fixAll('xx.x', letters, () => true)).toEqual({ text: 'wzwz.wz', count: 6 });
  });

  it('mends only what is wanted', async () => {
    expect((await fixAll('xy', letters, ({ start }) => start.offset > 0)).text).toBe('xw');
  });

  it('inserts for a subject once, even if it is still found afterwards', async () => {
    const always = () =>
      Promise.resolve([finding(0, { title: '', edits: [{ start: 0, end: 0, text: 'stub ' }] }, 'cost')]);
    expect(await fixAll('', always, () => true)).toEqual({ text: 'stub ', count: 1 });
  });

  it('ends although two fixes undo each other', async () => {
    const flip = (text: string) =>
      Promise.resolve([
        finding(0, { title: '', edits: [{ start: 0, end: 1, text: text === 'a' ? 'b' : 'a' }] }),
      ]);
    expect(['a', 'b']).toContain((await fixAll('a', flip, () => true)).text);
  });
});

it('the edit between two texts is the smallest at one place', () => {
  expect(editBetween('a b c', 'a x c')).toEqual({ start: 2, end: 3, text: 'x' });
  expect(editBetween('aa', 'aaa')).toEqual({ start: 2, end: 2, text: 'a' });
  expect(editBetween('same', 'same')).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const edit = editBetween(a, b);
      expect(edit ? applyEdits(a, [edit]) : a).toBe(b);
    }),
  );
});

describe('nobody looks at the result', () => {
  it.each([
    ['adds', true, false],
    ['tidies', true, true],
    [undefined, false, false],
  ] as const)('a fix that %s: in a run that was asked to fix %s, on saving %s', (effect, inRun, onSave) => {
    const found = finding(0, { title: '', edits: [], ...(effect && { effect }) });
    expect([isMendedUnread(found), isMendedOnSave(found)]).toEqual([inRun, onSave]);
  });

  it('a finding without a fix is left alone', () => {
    const found = { ...finding(0, { title: '', edits: [] }), fixes: [] };
    expect([isMendedUnread(found), isMendedOnSave(found)]).toEqual([false, false]);
  });
});
