import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rulePage } from '../../../src/rules/define-rule';
import { RULE_METAS } from '../../../src/lint/rule-metas';
import { RULES } from '../../../src/rules/index';
import { readRulePage } from './rule-page';

/** Those about suppression comments too, which run after all others. */
const ids = RULE_METAS.map(({ id }) => id);

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly properties?: Readonly<Record<string, RuleSchema>> }>
      >;
    };
  };
}

interface RuleSchema {
  readonly enum: readonly string[];
  readonly default: string;
}

describe('the rules', () => {
  it('have ids in lower case with hyphens, each once', () => {
    expect(ids.filter((id) => !/^[a-z]+(?:-[a-z]+)*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('each stand in a file of their name', () => {
    expect(RULES.filter(({ meta }) => !existsSync(`src/rules/${meta.id}.ts`))).toEqual([]);
  });

  it('each have a page, and no page is without its rule', () => {
    expect(readdirSync('docs/rules').sort()).toEqual(
      ids.map((id) => rulePage(id).replace('docs/rules/', '')).sort(),
    );
  });

  it('each have a setting with their default level', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    const schema = manifest.contributes.configuration.properties['designDocs.rules']?.properties ?? {};
    expect(Object.keys(schema)).toEqual(ids);
    for (const meta of RULE_METAS) {
      expect(schema[meta.id]?.enum).toEqual(['off', 'info', 'warning', 'error']);
      expect(schema[meta.id]?.default, meta.id).toBe(meta.level);
    }
  });

  it.runIf(existsSync('README.md'))('each have a row in the README', () => {
    const rows = readFileSync('README.md', 'utf8')
      .split(/\r?\n/)
      .filter((line) => line.startsWith('| [`'));
    const expected = RULE_METAS.map(
      (meta) => `| [\`${meta.id}\`](${rulePage(meta.id)}) | ${meta.level} | ${meta.summary} |`,
    );
    expect(rows).toEqual(expected);
  });
});

describe.each(RULE_METAS)('the page of $id', (meta) => {
  const page = readRulePage(meta.id);

  it('begins with the id, the summary and the default level', () => {
    expect(page.title).toBe(meta.id);
    expect(page.summary).toBe(meta.summary);
    expect(page.level).toBe(meta.level);
  });

  it('says why, shows bad and good, names options and sources', () => {
    const sections = page.sections.filter((title) => title !== 'After the fix');
    expect(sections).toEqual(['Why', 'Bad', 'Good', 'Options', 'Sources']);
    expect(page.sources.length).toBeGreaterThan(0);
  });
});
