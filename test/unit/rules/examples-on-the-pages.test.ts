import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/rules/finding';
import { RULES } from '../../../src/rules/index';
import { findingsOf, fixedByRule, words } from './linting';
import { readRulePage } from './rule-page';

/** A finding as pages write it. */
function written(text: string, finding: Finding): string {
  const subject = finding.subject === null ? '' : ` (\`${finding.subject}\`)`;
  const [first = ''] = words(text, finding).split('\n');
  const mark = first.includes('`') ? '``' : '`';
  const pad = first.startsWith('`') || first.endsWith('`') ? ' ' : '';
  return `Line ${String(finding.start.line)}${subject}: ${mark}${pad}${first}${pad}${mark}`;
}

// Mermaid's parsers take seconds to load the first time.
const patient = { timeout: 60_000 };

describe.each(RULES.map(({ meta }) => meta.id))('the page of %s', patient, (id) => {
  const page = readRulePage(id);
  const asked = { options: page.options };

  it('has bad examples in which the rule finds just what the page says', async () => {
    expect(page.bad.length).toBeGreaterThan(0);
    for (const { text, findings } of page.bad) {
      const found = await findingsOf(id, text, asked);
      expect(found.map((finding) => written(text, finding))).toEqual(findings);
      expect(found.length).toBeGreaterThan(0);
    }
  });

  it('has good examples in which the rule finds nothing', async () => {
    expect(page.good.length).toBeGreaterThan(0);
    for (const { text } of page.good)
      expect((await findingsOf(id, text, asked)).map(({ message }) => message)).toEqual([]);
  });

  it('shows what the fixes make of the bad examples that can be fixed', async () => {
    const fixed: string[] = [];
    for (const { text } of page.bad) {
      const result = await fixedByRule(id, text, asked);
      if (result !== text) fixed.push(result);
    }
    expect(page.afterTheFix.map(({ text }) => text)).toEqual(fixed);
  });
});
