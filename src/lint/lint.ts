import type { DesignDoc } from '../document/types';
import { readDoc } from '../knowledge/read-doc';
import type { Reading } from '../knowledge/reading';
import { recogniseSystem, type RecognisedSystem } from '../knowledge/recognise-system';
import type { Knowledge } from '../knowledge/types';
import { rulePage, type Report, type Rule } from '../rules/define-rule';
import type { Finding, Level } from '../rules/finding';
import { RULES } from '../rules/index';
import { DEFAULT_CONFIG, levelOf, severityOf, type LintConfig } from './config';
import { expects } from './forms';
import { RULE_METAS } from './rule-metas';
import { suppressionFindings } from './suppression-rules';
import { suppress, suppressionId, suppressionsIn } from './suppressions';

/** A rule that failed: the others were still run. */
export interface RuleFailure {
  readonly rule: string;
  readonly error: Error;
}

export interface LintResult {
  /** In the order of the doc. */
  readonly findings: readonly Finding[];
  readonly failures: readonly RuleFailure[];
  readonly reading: Reading;
  /** The kind of system that the doc is about. */
  readonly system: RecognisedSystem | undefined;
}

export interface LintOptions {
  readonly config?: LintConfig;
  /** The day to compare dates with, as `YYYY-MM-DD`. */
  readonly today: string;
  /** Ask to stop: the result of an aborted run is not to be used. */
  readonly signal?: AbortSignal;
  /** Asked before each rule: what is waited for, so that other work, and a wish to stop, has its turn. */
  readonly pause?: () => Promise<void> | undefined;
  /** The rules to run; all of them by default. */
  readonly rules?: readonly Rule[];
}

/** Runs every rule that is on over a doc. A rule that throws is reported in `failures` and silences no other. */
export async function lint(doc: DesignDoc, knowledge: Knowledge, options: LintOptions): Promise<LintResult> {
  const config = options.config ?? DEFAULT_CONFIG;
  const reading = readDoc(doc, knowledge);
  const findings: Finding[] = [];
  const failures: RuleFailure[] = [];
  const ran = new Set<string>();
  const unspoken = new Set<string>();
  const rules = options.rules ?? RULES;
  for (const rule of rules) {
    await options.pause?.();
    if (options.signal?.aborted) break;
    const level = levelOf(config, rule.meta);
    if (level === 'off') continue;
    ran.add(rule.meta.id);
    const reports: Report[] = [];
    const report = (found: Report): void => {
      reports.push(found);
    };
    try {
      const own = config.options[rule.meta.id] ?? {};
      await rule.check({ doc, reading, today: options.today, options: own, report });
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      failures.push({ rule: rule.meta.id, error: reason });
    }
    for (const found of reports) {
      const finding = toFinding(rule, level, found, config, reading);
      if (finding) findings.push(finding);
      else unspoken.add(suppressionId({ rule: rule.meta.id, subject: found.subject ?? null }));
    }
  }
  const known = new Set([...RULE_METAS, ...rules.map(({ meta }) => meta)].map(({ id }) => id));
  const left = suppress(withoutThoseThatGiveWay(findings, rules), suppressionsIn(doc));
  const about = suppressionFindings(left.used, { doc, config, known, ran, unspoken });
  const all = [...left.findings, ...about];
  all.sort((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset);
  return { findings: all, failures, reading, system: recogniseSystem(doc, knowledge) };
}

/** Leaves out what a rule that gives way says about a place where another rule has a finding of its own. */
function withoutThoseThatGiveWay(findings: readonly Finding[], rules: readonly Rule[]): Finding[] {
  const giving = new Set(rules.filter(({ meta }) => meta.givesWay).map(({ meta }) => meta.id));
  const place = ({ start, end }: Finding): string => `${String(start.offset)}-${String(end.offset)}`;
  const taken = new Set(findings.filter(({ rule }) => !giving.has(rule)).map(place));
  return findings.filter((finding) => !giving.has(finding.rule) || !taken.has(place(finding)));
}

function toFinding(
  { meta }: Rule,
  level: Exclude<Level, 'off'>,
  report: Report,
  config: LintConfig,
  reading: Reading,
): Finding | undefined {
  const subject = report.subject ?? null;
  if (!config.allRules && !expects(reading, meta.id, subject)) return undefined;
  const own = config.levels[meta.id] === undefined ? (report.level ?? level) : level;
  const asked = severityOf(config, meta.id, own, report.concern ?? subject);
  const severity = asked === 'off' && config.allRules ? 'info' : asked;
  if (severity === 'off') return undefined;
  const { start, end } = reading.doc.position(report.at);
  return {
    rule: meta.id,
    subject,
    severity,
    message: report.message,
    start: { ...start, offset: report.at.start },
    end: { ...end, offset: report.at.end },
    fixes: report.fixes ?? [],
    page: rulePage(meta.id),
  };
}
