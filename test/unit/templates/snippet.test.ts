import { expect, test } from 'vitest';
import { escapeSnippet, toSnippet } from '../../../src/templates/snippet';

test('each prompt becomes a tab stop that keeps its braces, and the end is the last stop', () => {
  expect(toSnippet('Kept for {how long} by {whom}.\n')).toBe(
    'Kept for ${1:{how long\\}} by ${2:{whom\\}}.\n$0',
  );
});

test('the same prompt twice is two tab stops, since their answers differ', () => {
  expect(toSnippet('{n} and {n}')).toBe('${1:{n\\}} and ${2:{n\\}}$0');
});

test('what the snippet syntax would take for its own is escaped', () => {
  expect(toSnippet('Costs $5 a `${month}` \\ {in $ or \\}')).toBe(
    'Costs \\$5 a `\\${month\\}` \\\\ ${1:{in \\$ or \\\\\\}}$0',
  );
  expect(escapeSnippet('}$\\')).toBe('\\}\\$\\\\');
});
