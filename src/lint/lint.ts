import { VFile } from 'vfile';
import type { DesignDoc } from '../document/types';
import { readDoc } from '../knowledge/read-doc';
import type { Reading } from '../knowledge/reading';
import { recogniseSystem, type RecognisedSystem } from '../knowledge/recognise-system';
import type { Knowledge } from '../knowledge/types';
import { rulePage, type ReportedMessage, type Rule } from '../rules/define-rule';
import type { Finding, Level } from '../rules/finding';
import { RULES } from '../rules/index';
import { DEFAULT_CONFIG, levelOf, severityOf, type LintConfig } from './config';
import { expects } from './forms';
import { RULE_METAS } from './rule-metas';
import { suppressionFindings } from './suppression-rules';
import { suppress, suppressionsIn } from './suppressions';

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
  const rules = options.rules ?? RULES;
  for (const rule of rules) {
    if (options.signal?.aborted) break;
    const level = levelOf(config, rule.meta);
    if (level === 'off') continue;
    ran.add(rule.meta.id);
    const file = new VFile({ value: doc.text, data: { designDocs: { doc, reading, today: options.today } } });
    const error = await runRule(rule, file, config.options[rule.meta.id]);
    if (error) failures.push({ rule: rule.meta.id, error });
    for (const message of file.messages as ReportedMessage[]) {
      const finding = toFinding(rule, level, message, config, reading);
      if (finding) findings.push(finding);
    }
  }
  const known = new Set([...RULE_METAS, ...rules.map(({ meta }) => meta)].map(({ id }) => id));
  const left = suppress(withoutThoseThatGiveWay(findings, rules), suppressionsIn(doc));
  const all = [...left.findings, ...suppressionFindings(left.used, { doc, config, known, ran })];
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

/** Runs one plugin as unified would. Rules read the `DesignDoc`, so they are handed an empty tree. */
async function runRule(rule: Rule, file: VFile, options: unknown): Promise<Error | undefined> {
  const transform = rule.plugin.call(undefined as never, options === undefined ? [1] : [1, options]);
  if (typeof transform !== 'function') return undefined;
  const ran = new Promise<void>((resolve) => {
    void transform({ type: 'root', children: [] }, file, () => {
      resolve();
    });
  });
  await ran;
  const at = file.messages.findIndex((message) => !('designDocs' in message));
  if (at < 0) return undefined;
  const [failed] = file.messages.splice(at, 1);
  return failed?.cause instanceof Error ? failed.cause : failed;
}

function toFinding(
  rule: Rule,
  level: Exclude<Level, 'off'>,
  message: ReportedMessage,
  config: LintConfig,
  reading: Reading,
): Finding | undefined {
  const subject = message.designDocs?.subject ?? null;
  const place = message.place;
  if (!place || !('start' in place)) return undefined;
  if (!config.allRules && !expects(reading, rule.meta.id, subject)) return undefined;
  const own = config.levels[rule.meta.id] === undefined ? (message.designDocs?.level ?? level) : level;
  const asked = severityOf(config, rule.meta.id, own, message.designDocs?.concern ?? null);
  const severity = asked === 'off' && config.allRules ? 'info' : asked;
  if (severity === 'off') return undefined;
  return {
    rule: rule.meta.id,
    subject,
    severity,
    message: message.reason,
    start: { ...place.start, offset: place.start.offset ?? 0 },
    end: { ...place.end, offset: place.end.offset ?? 0 },
    fixes: message.designDocs?.fixes ?? [],
    page: rulePage(rule.meta.id),
  };
}
