import { describe, expect, it } from 'vitest';
import { RULE_METAS } from '../../../src/lint/rule-metas';
import type { Fix } from '../../../src/rules/finding';
import { findingsInAll } from './linting';
import { readRulePage } from './rule-page';

/** The fixes that the bad examples of all pages are offered, with the text each is for. */
const offered: { rule: string; text: string; fix: Fix }[] = [];
for (const { id } of RULE_METAS) {
  for (const { text } of readRulePage(id).bad) {
    for (const { rule, fixes } of await findingsInAll(text))
      if (rule === id) offered.push(...fixes.map((fix) => ({ rule, text, fix })));
  }
}
const rulesThat = (effect: Fix['effect']) => [
  ...new Set(offered.filter(({ fix }) => fix.effect === effect).map(({ rule }) => rule)),
];
const replaced = (effect: Fix['effect']) =>
  offered
    .filter(({ fix }) => fix.effect === effect)
    .flatMap(({ text, fix }) => fix.edits.map(({ start, end }) => text.slice(start, end)));

describe('a fix that nobody has to look at', () => {
  it('where it adds, takes the place of nothing but the end of a line', () => {
    const taken = replaced('adds');
    expect(taken.length).toBeGreaterThan(10);
    expect(taken.filter((text) => text.trim() !== '')).toEqual([]);
  });

  it('where it tidies, takes out words of a comment to the linter', () => {
    expect(rulesThat('tidies')).toEqual(['unused-suppression']);
    const taken = replaced('tidies');
    expect(taken.filter((text) => /<!--/.test(text) && !/^<!-- design-docs [^>]*-->\s*$/.test(text))).toEqual(
      [],
    );
  });
});

it('what takes away or rewrites words waits for somebody who has read the finding', () => {
  expect(rulesThat(undefined).sort()).toEqual([
    'availability-arithmetic',
    'empty-section',
    'unknown-status',
    'unknown-suppression',
    'unknown-system',
  ]);
});
