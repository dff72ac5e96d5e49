import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import { applyEdits } from '../../../src/lint/fix-all';
import { lint } from '../../../src/lint/lint';
import { SUPPRESSION_RULES } from '../../../src/lint/suppression-rules';
import { readRulePage } from '../rules/rule-page';

const knowledge = await loadKnowledge([memoryFiles({})]);

async function findingsOf(rule: string, text: string) {
  const { findings } = await lint(parseDesignDoc(text), knowledge, { today: '2026-01-31' });
  return findings.filter((finding) => finding.rule === rule);
}

// Mermaid's parsers take seconds to load the first time.
describe.each(SUPPRESSION_RULES.map(({ id }) => id))('the page of %s', { timeout: 60_000 }, (id) => {
  const page = readRulePage(id);

  it('shows what the rule finds, and what its fixes make of it', async () => {
    const fixed: string[] = [];
    for (const { text, findings } of page.bad) {
      const found = await findingsOf(id, text);
      const written = found.map(
        ({ start, end }) => `Line ${String(start.line)}: \`${text.slice(start.offset, end.offset)}\``,
      );
      expect(written).toEqual(findings);
      const [fix] = found[0]?.fixes ?? [];
      if (fix) fixed.push(applyEdits(text, fix.edits));
    }
    expect(page.afterTheFix.map(({ text }) => text)).toEqual(fixed);
  });

  it('shows where it finds nothing', async () => {
    for (const { text } of page.good) expect(await findingsOf(id, text)).toEqual([]);
  });
});
