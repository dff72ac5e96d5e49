import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import { DEFAULT_CONFIG } from '../../../src/lint/config';
import { lint, type LintOptions } from '../../../src/lint/lint';
import { defineRule } from '../../../src/rules/define-rule';
import { leftoverPlaceholder } from '../../../src/rules/leftover-placeholder';

const knowledge = await loadKnowledge([memoryFiles({})]);
const run = (text: string, options: Partial<LintOptions> = {}) =>
  lint(parseDesignDoc(text), knowledge, { today: '2026-01-31', rules: [leftoverPlaceholder], ...options });

const broken = defineRule({ id: 'broken', level: 'warning', summary: 'Fails.' }, () => {
  throw new Error('out of ideas');
});

describe('a rule that fails', () => {
  it('is named, and silences no other', async () => {
    const { findings, failures } = await run('# A\n\nTODO\n', { rules: [broken, leftoverPlaceholder] });
    expect(failures.map(({ rule, error }) => [rule, error.message])).toEqual([['broken', 'out of ideas']]);
    expect(findings.map(({ rule }) => rule)).toEqual(['leftover-placeholder']);
  });

  it('keeps what it had found before it failed', async () => {
    const half = defineRule({ id: 'half', level: 'warning', summary: 'Fails late.' }, ({ doc, report }) => {
      report({ message: 'found', at: doc.sections[1]!.heading });
      throw new Error('late');
    });
    const { findings, failures } = await run('# A\n', { rules: [half] });
    expect(findings.map(({ message }) => message)).toEqual(['found']);
    expect(failures).toHaveLength(1);
  });
});

describe('a finding', () => {
  it('has 1-based lines and columns and 0-based offsets, whatever the line endings', async () => {
    const { findings } = await run('# A\r\n\r\nWell, TODO here.\r\n');
    expect(findings[0]).toMatchObject({
      start: { line: 3, column: 7, offset: 13 },
      end: { line: 3, column: 11, offset: 17 },
      severity: 'warning',
      page: 'docs/rules/leftover-placeholder.md',
    });
  });

  it('stands in the order of the doc', async () => {
    const { findings } = await run('# A\n\nTBD\n\nTODO\n\nFIXME\n');
    expect(findings.map(({ start }) => start.line)).toEqual([3, 5, 7]);
  });
});

describe('levels', () => {
  it('switch a rule off', async () => {
    const config = { ...DEFAULT_CONFIG, levels: { 'leftover-placeholder': 'off' } as const };
    expect((await run('TODO\n', { config })).findings).toEqual([]);
  });

  it('are overruled by --all-rules, which runs what is off', async () => {
    const config = { ...DEFAULT_CONFIG, levels: { 'leftover-placeholder': 'off' } as const, allRules: true };
    expect((await run('TODO\n', { config })).findings.map(({ severity }) => severity)).toEqual(['info']);
  });
});

it('a run that was aborted runs no further rule', async () => {
  const abort = new AbortController();
  const first = defineRule({ id: 'first', level: 'warning', summary: 'Aborts.' }, () => {
    abort.abort();
  });
  const { findings } = await run('TODO\n', { rules: [first, leftoverPlaceholder], signal: abort.signal });
  expect(findings).toEqual([]);
});

it('a run can be stopped while it lets other work have its turn', async () => {
  const abort = new AbortController();
  let turns = 0;
  const pause = async () => {
    turns++;
    await new Promise((resolve) => setTimeout(resolve));
  };
  const ran: string[] = [];
  const rules = ['first', 'second', 'third'].map((id) =>
    defineRule({ id, level: 'warning', summary: 'Runs.' }, () => {
      ran.push(id);
      if (id === 'second') setTimeout(() => abort.abort());
    }),
  );
  await run('# T\n', { rules, signal: abort.signal, pause });
  expect([ran, turns]).toEqual([['first', 'second'], 3]);
});
