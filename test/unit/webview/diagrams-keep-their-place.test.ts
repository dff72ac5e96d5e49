import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, matchDiagrams } from '../../../src/webview/match-diagrams';

describe('after an edit a diagram continues', () => {
  it.each([
    ['itself when nothing changed', 'abc', 'abc', [0, 1, 2]],
    ['itself when it was edited', 'abc', 'axc', [0, 1, 2]],
    ['itself when another came above it', 'abc', 'xabc', [-1, 0, 1, 2]],
    ['itself when one above it went', 'abc', 'bc', [1, 2]],
    ['itself when it was moved', 'abc', 'bca', [1, 2, 0]],
    ['nothing when it is new', 'a', 'ab', [0, -1]],
    ['the edited one, when another was edited too', 'abcd', 'axyd', [0, 1, 2, 3]],
    ['itself among equal ones', 'aab', 'aaab', [0, 1, -1, 2]],
  ])('%s', (_, before, after, expected) => {
    expect(matchDiagrams([...before], [...after])).toEqual(expected);
  });

  it('one diagram at most, and an equal one where there is one', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 12 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const matched = matchDiagrams(before, after);
        const taken = matched.filter((from) => from !== -1);
        expect(new Set(taken).size).toBe(taken.length);
        for (const text of new Set(after)) {
          const count = (list: string[]): number => list.filter((it) => it === text).length;
          const kept = matched.filter((from, to) => after[to] === text && before[from] === text).length;
          expect(kept).toBe(Math.min(count(before), count(after)));
        }
      }),
    );
  });
});

it('different texts have different names, equal ones the same', () => {
  expect(hashOf('flowchart TD\n a')).toBe(hashOf('flowchart TD\n a'));
  expect(hashOf('flowchart TD\n a')).not.toBe(hashOf('flowchart TD\n b'));
});
