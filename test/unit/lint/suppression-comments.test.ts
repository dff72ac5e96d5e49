import { describe, expect, it } from 'vitest';
import { parseDesignDoc } from '../../../src/document/parse';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import { DEFAULT_CONFIG } from '../../../src/lint/config';
import { lint, type LintOptions } from '../../../src/lint/lint';
import { defineRule } from '../../../src/rules/define-rule';
import { leftoverPlaceholder } from '../../../src/rules/leftover-placeholder';

const knowledge = await loadKnowledge([memoryFiles({})]);

/** Reports every “bad” with its section's number as subject. */
const badWord = defineRule(
  { id: 'bad-word', level: 'warning', summary: 'No bad words.' },
  ({ doc, report }) => {
    for (const { index } of doc.text.matchAll(/bad/g)) {
      if (doc.comments.some(({ start, end }) => start <= index && index < end)) continue;
      const section = doc.sections.findLast(({ start }) => start <= index);
      report({ message: 'bad', at: { start: index, end: index + 3 }, subject: `s${String(section?.index)}` });
    }
  },
);

async function found(text: string, options: Partial<LintOptions> = {}): Promise<string[]> {
  const all = { today: '2026-01-31', rules: [badWord, leftoverPlaceholder], ...options };
  const { findings } = await lint(parseDesignDoc(text), knowledge, all);
  return findings.map(({ rule, start }) => `${String(start.line)} ${rule}`);
}

describe('ignore', () => {
  it('is for the next block only', async () => {
    expect(await found('<!-- design-docs ignore bad-word -->\n\nbad and\nbad\n\nbad\n')).toEqual([
      '6 bad-word',
    ]);
    expect(await found('<!-- design-docs ignore bad-word -->\n- bad\n\n- bad\n\nbad\n')).toEqual([
      '6 bad-word',
    ]);
  });

  it('above a heading is for the heading, not for what stands below it', async () => {
    expect(await found('Words.\n\n<!-- design-docs ignore bad-word -->\n\n## bad\n\nbad\n')).toEqual([
      '7 bad-word',
    ]);
  });

  it('works inside a list item', async () => {
    expect(await found('- a\n\n  <!-- design-docs ignore bad-word -->\n\n  bad\n\n- bad\n')).toEqual([
      '7 bad-word',
    ]);
  });

  it('several comments in a row are for the same block', async () => {
    const text =
      '<!-- design-docs ignore bad-word -->\n<!-- design-docs ignore leftover-placeholder -->\n\nbad TODO\n';
    expect(await found(text)).toEqual([]);
  });
});

describe('disable', () => {
  it('is for everything up to enable', async () => {
    const text =
      'bad\n\n<!-- design-docs disable bad-word -->\n\nbad\n\n<!-- design-docs enable bad-word -->\n\nbad\n';
    expect(await found(text)).toEqual(['1 bad-word', '9 bad-word']);
  });

  it('names several rules, or none for all', async () => {
    expect(await found('<!-- design-docs disable bad-word leftover-placeholder -->\n\nbad TODO\n')).toEqual(
      [],
    );
    expect(await found('<!-- design-docs disable -->\n\nbad TODO\n')).toEqual([]);
  });

  it('at the top is for the front matter as well', async () => {
    const text = '---\ntitle: bad\n---\n<!-- design-docs disable bad-word -->\n\n# Title\n';
    expect(await found(text)).toEqual([]);
  });

  it('can be for one subject of a rule', async () => {
    const text = '<!-- design-docs disable bad-word:s2 -->\n\n# One bad\n\n# Two bad\n';
    expect(await found(text)).toEqual(['3 bad-word']);
  });
});

it('a comment that only mentions the linter is none of its own', async () => {
  expect(await found('<!-- design-docs-team disable bad-word -->\n\nbad\n')).toEqual(['3 bad-word']);
  expect(await found('`<!-- design-docs disable -->`\n\nbad\n')).toEqual(['3 bad-word']);
});

describe('what a comment gets wrong is said', () => {
  const messages = async (text: string, options: Partial<LintOptions> = {}) => {
    const all = { today: '2026-01-31', rules: [badWord], ...options };
    const { findings } = await lint(parseDesignDoc(text), knowledge, all);
    return findings.map(({ rule, message, start, end, severity, fixes }) => ({
      rule,
      message,
      severity,
      at: text.slice(start.offset, end.offset),
      fixed: fixes[0]?.edits.reduceRight(
        (now, edit) => now.slice(0, edit.start) + edit.text + now.slice(edit.end),
        text,
      ),
    }));
  };

  it('a rule that there is not, at its name', async () => {
    expect(await messages('<!-- design-docs disable bad-wrod bad-word -->\n\nbad\n')).toEqual([
      {
        rule: 'unknown-suppression',
        message: 'There is no rule “bad-wrod”. Did you mean “bad-word”?',
        severity: 'info',
        at: 'bad-wrod',
        fixed: '<!-- design-docs disable bad-word -->\n\nbad\n',
      },
    ]);
  });

  it('the fix writes the rule that was meant, with its subject; where none is near there is none', async () => {
    const fixed = async (text: string) => (await messages(text)).map((message) => message.fixed);
    expect(await fixed('<!-- design-docs ignore bad-wrod:s1 -->\n\nGood.\n')).toEqual([
      '<!-- design-docs ignore bad-word:s1 -->\n\nGood.\n',
    ]);
    expect(await fixed('<!-- design-docs ignore no-such-rule -->\n\nbad\n')).toEqual([undefined, undefined]);
  });

  it('a word that does nothing', async () => {
    const [first] = await messages('<!-- design-docs disbale bad-word -->\n\nWords.\n');
    expect(first?.message).toBe(
      '“disbale” does nothing: say disable, enable or ignore after design-docs. Did you mean “disable”?',
    );
  });

  it('a rule that finds nothing there; the fix takes out what is of no use', async () => {
    expect(await messages('Words.\n\n<!-- design-docs ignore bad-word -->\n\nGood.\n')).toEqual([
      {
        rule: 'unused-suppression',
        message: 'bad-word finds nothing in the next block: take it out.',
        severity: 'info',
        at: 'bad-word',
        fixed: 'Words.\n\nGood.\n',
      },
    ]);
    expect((await messages('<!-- design-docs disable -->\n\nGood.\n')).map(({ rule }) => rule)).toEqual([
      'unused-suppression',
    ]);
  });

  it('but not one of a rule that is off: nobody knows what it would find', async () => {
    const config = { ...DEFAULT_CONFIG, levels: { 'bad-word': 'off' } as const };
    expect(await messages('<!-- design-docs ignore bad-word -->\n\nGood.\n', { config })).toEqual([]);
  });

  it('nor one of a subject that is found but not spoken of, by its level or in a doc of this form', async () => {
    const quiet = defineRule(
      { id: 'quiet', level: 'warning', summary: 'Speaks of little.' },
      ({ doc, report }) => {
        report({
          message: 'm',
          at: { start: doc.text.length - 2, end: doc.text.length },
          subject: 'cost',
          level: 'off',
        });
      },
    );
    const rules = [quiet];
    const comment = (ids: string) => messages(`<!-- design-docs ignore ${ids} -->\n\nWords.\n`, { rules });
    expect(await comment('quiet:cost')).toEqual([]);
    expect((await comment('quiet')).map(({ at }) => at)).toEqual(['quiet']);
    expect((await comment('quiet:latency')).map(({ at }) => at)).toEqual(['quiet:latency']);
  });

  it('an enable that ends nothing', async () => {
    const said = async (text: string) => (await messages(text)).map(({ message, fixed }) => [message, fixed]);
    expect(await said('Words.\n\n<!-- design-docs enable bad-word -->\n\nGood.\n')).toEqual([
      ['bad-word is not disabled above: take it out.', 'Words.\n\nGood.\n'],
    ]);
    expect(await said('Words.\n\n<!-- design-docs enable -->\n\nGood.\n')).toEqual([
      ['Nothing is disabled above: take this comment out.', 'Words.\n\nGood.\n'],
    ]);
    for (const ids of ['', 'bad-word', 'bad-word:s0'])
      expect(
        await said(`<!-- design-docs disable bad-word -->\n\nbad\n\n<!-- design-docs enable ${ids} -->\n`),
      ).toEqual([]);
    expect(
      await said('<!-- design-docs disable -->\n\nbad\n\n<!-- design-docs enable bad-word -->\n'),
    ).toEqual([]);
  });

  it('but no enable below a misspelt disable: that may be the one it ends', async () => {
    for (const disable of ['disable bad-wrod', 'disbale bad-word'])
      expect(
        (
          await messages(
            `<!-- design-docs ${disable} -->\n\nbad\n\n<!-- design-docs enable bad-word -->\n\nbad\n`,
          )
        ).map(({ rule }) => rule),
      ).toEqual(['unknown-suppression', 'bad-word', 'bad-word']);
  });

  it('unless that rule itself is off', async () => {
    const config = { ...DEFAULT_CONFIG, levels: { 'unused-suppression': 'off' } as const };
    expect(await messages('<!-- design-docs ignore bad-word -->\n\nGood.\n', { config })).toEqual([]);
  });
});
