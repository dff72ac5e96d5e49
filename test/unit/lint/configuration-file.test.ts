import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DEFAULT_CONFIG, levelOf } from '../../../src/lint/config';
import { readConfigFile, withConfigFile } from '../../../src/lint/config-file';
import { configJsonSchema } from '../../../src/lint/config-schema';
import type { RuleMeta } from '../../../src/rules/define-rule';

const RULES: RuleMeta[] = [
  { id: 'missing-goals', level: 'warning', summary: 'Goals are there.' },
  {
    id: 'stale-date',
    level: 'info',
    summary: 'Dates are fresh.',
    options: z.strictObject({ days: z.number('must be a number of days').optional().describe('How old.') }),
  },
];
const CONCERNS = ['cost', 'latency'];
const read = (text: string) => readConfigFile(text, { rules: RULES, concerns: CONCERNS });
const mistakes = (text: string) =>
  read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe('a configuration file', () => {
  it('sets levels of rules and concerns, options, and which files are meant', () => {
    const { config, problems } = read(
      'rules:\n  missing-goals: error\n  stale-date:\n    level: warning\n    days: 90\nconcerns:\n  cost: off\ninclude: [specs/**]\n',
    );
    expect(problems).toEqual([]);
    const merged = withConfigFile(DEFAULT_CONFIG, config);
    expect(merged.levels).toEqual({ 'missing-goals': 'error', 'stale-date': 'warning' });
    expect(merged.options).toEqual({ 'stale-date': { days: 90 } });
    expect(merged.concerns).toEqual({ cost: 'off' });
    expect(config.include).toEqual(['specs/**']);
  });

  it('goes before the settings below it, entry by entry', () => {
    const settings = {
      ...DEFAULT_CONFIG,
      levels: { 'missing-goals': 'off', 'stale-date': 'error' } as const,
    };
    const merged = withConfigFile(settings, read('rules:\n  missing-goals: info\n').config);
    expect(merged.levels).toEqual({ 'missing-goals': 'info', 'stale-date': 'error' });
  });

  it('can change an option and leave the level', () => {
    const merged = withConfigFile(DEFAULT_CONFIG, read('rules: {stale-date: {days: 30}}').config);
    expect(levelOf(merged, RULES[1]!)).toBe('info');
    expect(merged.options['stale-date']).toEqual({ days: 30 });
  });

  it('may say a thing once and refer to it', () => {
    const { config, problems } = read('rules:\n  missing-goals: &quiet off\n  stale-date: *quiet\n');
    expect(problems).toEqual([]);
    expect(config.rules).toEqual({ 'missing-goals': 'off', 'stale-date': 'off' });
  });

  it('may be JSON, indented with tabs, begin with a byte order mark, or be empty', () => {
    expect(read('{\n\t"rules": {\n\t\t"missing-goals": "off"\n\t}\n}\n')).toEqual({
      config: { rules: { 'missing-goals': 'off' } },
      problems: [],
    });
    expect(read('\uFEFFrules:\n  missing-goals: off\nconcerns:\n  cost: off\n')).toEqual({
      config: { rules: { 'missing-goals': 'off' }, concerns: { cost: 'off' } },
      problems: [],
    });
    expect(read('')).toEqual({ config: {}, problems: [] });
    expect(read('# nothing yet\n').problems).toEqual([]);
  });
});

describe('a mistake stands at its line, and the default holds for that entry only', () => {
  it('an unknown rule, with the one that was meant', () => {
    const text = 'rules:\n  missing-goal: off\n  stale-date: error\n';
    expect(mistakes(text)).toEqual(['2:3 There is no rule “missing-goal”. Did you mean “missing-goals”?']);
    expect(read(text).config).toEqual({ rules: { 'stale-date': 'error' } });
  });

  it('a level that is none', () => {
    const text = 'rules:\n  stale-date: loud\n  missing-goals: off\n';
    expect(mistakes(text)).toEqual([
      '2:15 “rules.stale-date” must be off, info, warning or error, or a map.',
    ]);
    expect(read(text).config).toEqual({ rules: { 'missing-goals': 'off' } });
  });

  it('an unknown concern and a concern’s wrong level', () => {
    const text = 'concerns:\n  costs: off\n  latency: high\n  cost: info\n';
    expect(mistakes(text)).toEqual([
      '2:3 There is no concern “costs”. Did you mean “cost”?',
      '3:12 “concerns.latency” must be off, info, warning or error.',
    ]);
    expect(read(text).config).toEqual({ concerns: { cost: 'info' } });
  });

  it('an option that the rule does not have, or of the wrong type', () => {
    expect(mistakes('rules:\n  stale-date:\n    day: 3\n')).toEqual([
      '3:5 stale-date has no option “day”. Did you mean “days”?',
    ]);
    expect(mistakes('rules:\n  stale-date:\n    level: error\n    days: many\n')).toEqual([
      '4:11 “rules.stale-date.days” must be a number of days.',
    ]);
    expect(read('rules:\n  stale-date:\n    level: error\n    days: many\n').config).toEqual({
      rules: { 'stale-date': { level: 'error' } },
    });
  });

  it('a key that is none, and a value of the wrong kind', () => {
    expect(mistakes('rule:\n  stale-date: off\n')).toEqual([
      '1:1 There is no key “rule”. Did you mean “rules”?',
    ]);
    expect(mistakes('include: docs/**\n')).toEqual(['1:10 “include” must be a list of glob patterns.']);
    expect(mistakes('exclude: [a, 3]\nrules: {missing-goals: off}\n')).toEqual([
      '1:14 “exclude.1” must be a glob pattern.',
    ]);
    expect(mistakes('- rules\n')).toEqual([
      '1:1 The file must be a map with the keys rules, concerns, include and exclude.',
    ]);
  });

  const inQuotes = (text: string) =>
    `“${text}” must be in quotes: without them YAML takes what begins with * for a reference.`;

  it.each([
    ['in a list', 'rules:\n  missing-goals: off\ninclude:\n  - a/**\n  - **/*.md\n', ['5:5', '**/*.md']],
    ['in brackets', 'rules: {missing-goals: off}\ninclude: [*.md]\n', ['2:11', '*.md']],
    ['alone', 'exclude: **\nrules: {missing-goals: off}\n', ['1:10', '**']],
  ])('a pattern that YAML takes for a reference, %s', (_name, text, [place, pattern]) => {
    expect(mistakes(text)).toEqual([`${place!} ${inQuotes(pattern!)}`]);
    expect(read(text).config).toEqual({ rules: { 'missing-goals': 'off' } });
  });

  it('a reference to nothing, as a level, an option or a name', () => {
    const text = 'rules:\n  missing-goals: *level\n  stale-date:\n    level: error\n    days: *d\n';
    expect(mistakes(text)).toEqual([`2:18 ${inQuotes('*level')}`, `5:11 ${inQuotes('*d')}`]);
    expect(read(text).config).toEqual({ rules: { 'stale-date': { level: 'error' } } });
    expect(mistakes('? *name\n: off\n')).toEqual([`1:3 ${inQuotes('*name')}`]);
    expect(mistakes('*all\n')).toEqual([`1:1 ${inQuotes('*all')}`]);
  });

  it('references that stand for more than there is room for', () => {
    const bomb = Array.from({ length: 9 }, (_, i) => {
      const of = i === 0 ? 'x' : `*a${i - 1}`;
      return `a${i}: &a${i} [${Array.from({ length: 9 }, () => of).join(', ')}]\n`;
    });
    const { config, problems } = read(bomb.join(''));
    expect(config).toEqual({});
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^This cannot be read: Excessive alias count/),
    ]);
  });

  it('text that is no YAML', () => {
    const { config, problems } = read('rules:\n  missing-goals: [off\n');
    expect(config).toEqual({});
    expect(problems[0]?.line).toBeGreaterThanOrEqual(2);
    expect(problems[0]?.message).toMatch(/^This is no valid YAML: /);
  });
});

describe('the JSON schema', () => {
  const validate = new Ajv({ strict: false }).compile(configJsonSchema(RULES, CONCERNS));

  it.each([
    ['rules: a level', { rules: { 'missing-goals': 'off' } }, true],
    ['rules: options', { rules: { 'stale-date': { level: 'info', days: 3 } } }, true],
    ['an unknown rule', { rules: { x: 'off' } }, false],
    ['a wrong option', { rules: { 'stale-date': { day: 3 } } }, false],
    ['a concern of one’s own', { concerns: { 'developer-experience': 'info' } }, true],
    ['a wrong level of a concern', { concerns: { cost: 'high' } }, false],
  ])('%s', (_name, config, valid) => {
    expect(validate(config)).toBe(valid);
    expect(
      read(JSON.stringify(config)).problems.filter(({ message }) => !message.includes('no concern'))
        .length === 0,
    ).toBe(valid);
  });

  it('names each rule with what it is for, and each concern', () => {
    const text = JSON.stringify(configJsonSchema(RULES, CONCERNS));
    for (const part of ['Goals are there.', 'How old.', '"cost"', '"latency"']) expect(text).toContain(part);
  });
});
