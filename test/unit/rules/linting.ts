import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import type { Knowledge } from '../../../src/knowledge/types';
import { DEFAULT_CONFIG } from '../../../src/lint/config';
import { lint } from '../../../src/lint/lint';
import type { Finding, Fix } from '../../../src/rules/finding';
import { RULES } from '../../../src/rules/index';

/** A text of these lines. */
export const lines = (...text: string[]) => text.join('\n');

/** The knowledge in `media`, as it is shipped. */
export const shippedKnowledge: Knowledge = await loadKnowledge([
  memoryFiles(
    Object.fromEntries(
      (readdirSync('media', { recursive: true }) as string[])
        .filter((path) => /^knowledge[\\/].*\.(?:md|json)$/.test(path))
        .map((path) => [path.replaceAll('\\', '/'), readFileSync(join('media', path), 'utf8')]),
    ),
  ),
]);

/** The day on which the tests say they run. */
export const TODAY = '2026-01-31';

export interface Asked {
  readonly knowledge?: Knowledge;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** What one rule finds in a text. */
export async function findingsOf(
  ruleId: string,
  text: string,
  asked: Asked = {},
): Promise<readonly Finding[]> {
  const rules = RULES.filter(({ meta }) => meta.id === ruleId);
  expect(rules, `There is no rule ${ruleId}.`).toHaveLength(1);
  const config = { ...DEFAULT_CONFIG, allRules: true, options: { [ruleId]: asked.options ?? {} } };
  const knowledge = asked.knowledge ?? shippedKnowledge;
  const { findings, failures } = await lint(parseDesignDoc(text), knowledge, { config, rules, today: TODAY });
  expect(failures).toEqual([]);
  return findings;
}

/** What all rules find in a text, whatever their levels. */
export async function findingsInAll(text: string): Promise<readonly Finding[]> {
  const config = { ...DEFAULT_CONFIG, allRules: true };
  return (await lint(parseDesignDoc(text), shippedKnowledge, { config, today: TODAY })).findings;
}

/** The words of a text on which a finding stands. */
export function words(text: string, { start, end }: Finding): string {
  return text.slice(start.offset, end.offset);
}

/** The text with a fix applied. */
export function applied(text: string, fix: Fix): string {
  let result = text;
  for (const { start, end, text: insert } of [...fix.edits].reverse()) {
    result = result.slice(0, start) + insert + result.slice(end);
  }
  return result;
}

/**
 * Applies the first fix of the first finding that has one, again and again until no finding has any. Fails when that
 * does not come to an end.
 */
export async function fixedByRule(ruleId: string, text: string, asked: Asked = {}): Promise<string> {
  let result = text;
  for (let round = 0; round < 30; round++) {
    const fix = (await findingsOf(ruleId, result, asked)).flatMap(({ fixes }) => fixes.slice(0, 1))[0];
    if (!fix) return result;
    result = applied(result, fix);
  }
  throw new Error(`The fixes of ${ruleId} come back again and again:\n${result}`);
}
