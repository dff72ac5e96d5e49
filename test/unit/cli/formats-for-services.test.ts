import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { REPORTERS } from '../../../src/cli/reporters';
import type { Finding } from '../../../src/rules/finding';

const finding: Finding = {
  rule: 'missing-concern',
  subject: 'cost',
  severity: 'info',
  message: 'What does it cost, 100 % of it?\nSay so: now, please.',
  start: { line: 3, column: 1, offset: 10 },
  end: { line: 3, column: 8, offset: 17 },
  fixes: [],
  page: 'docs/rules/missing-concern.md',
};
const reports = [
  {
    path: 'docs/design/a b,c.md',
    system: null,
    findings: [finding, { ...finding, severity: 'error' as const, end: { ...finding.end, line: 4 } }],
  },
  { path: 'docs/design/clean.md', system: null, findings: [] },
];

describe('SARIF', () => {
  const validate = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false }).compile(schema);
  const text = REPORTERS.sarif(reports, '0.1.0');
  const log = JSON.parse(text) as Log;

  it('is valid by the schema of SARIF 2.1.0, with findings and without', () => {
    for (const some of [reports, []]) {
      validate(JSON.parse(REPORTERS.sarif(some, '0.1.0')));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ ...log, runs: [{}] })).toBe(false);
  });

  it('names each file by a relative address and each rule by its place in the list', () => {
    const run = log.runs[0]!;
    const [first, second] = run.results!;
    expect(first?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'docs/design/a%20b%2Cc.md',
      index: 0,
    });
    expect(run.tool.driver.rules?.[first?.ruleIndex ?? -1]?.id).toBe('missing-concern');
    expect([first?.level, second?.level]).toEqual(['note', 'error']);
  });
});

describe('GitHub’s workflow commands', () => {
  it('escape what would end them, and give columns only within one line', () => {
    expect(REPORTERS.github(reports, '0.1.0').split('\n')).toEqual([
      '::notice file=docs/design/a b%2Cc.md,line=3,endLine=3,col=1,endColumn=8,title=Design Docs%3A missing-concern::' +
        'What does it cost, 100 %25 of it?%0ASay so: now, please.',
      '::error file=docs/design/a b%2Cc.md,line=3,endLine=4,title=Design Docs%3A missing-concern::' +
        'What does it cost, 100 %25 of it?%0ASay so: now, please.',
      '',
    ]);
  });

  it('are nothing when all is clean', () => {
    expect(REPORTERS.github([reports[1]!], '0.1.0')).toBe('');
  });
});
