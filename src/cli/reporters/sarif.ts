import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { RULE_METAS } from '../../lint/rule-metas';
import type { Finding } from '../../rules/finding';
import type { FileReport } from './reporter';

const LEVELS = { off: 'none', info: 'note', warning: 'warning', error: 'error' } as const;

/** A SARIF 2.1.0 log, which code scanning services read. Columns count UTF-16 code units. */
export function asSarif(reports: readonly FileReport[], version: string): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Design Docs', version, rules: RULE_METAS.map(descriptor) } },
        columnKind: 'utf16CodeUnits',
        artifacts: reports.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: reports.flatMap((report, index) =>
          report.findings.map((finding) => result(finding, report.path, index)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function descriptor({ id, summary, level }: (typeof RULE_METAS)[number]): ReportingDescriptor {
  return { id, shortDescription: { text: summary }, defaultConfiguration: { level: LEVELS[level] } };
}

function result(
  { rule, subject, severity, message, start, end }: Finding,
  path: string,
  index: number,
): Result {
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return {
    ruleId: rule,
    ruleIndex: RULE_METAS.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path), index }, region } }],
    ...(subject !== null && { properties: { subject } }),
  };
}

/** A relative path as a relative reference, so that a service can find the file in its copy of the repository. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}
