import { isMendedUnread } from '../../lint/fix-all';
import type { FileReport } from './reporter';

/** One array, an element a file; lines and columns are 1-based, the end is exclusive. What is fixable `--fix` mends. */
export function asJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, system, findings }) => ({
    path,
    system,
    findings: findings.map((finding) => ({
      rule: finding.rule,
      subject: finding.subject,
      severity: finding.severity,
      message: finding.message,
      line: finding.start.line,
      column: finding.start.column,
      endLine: finding.end.line,
      endColumn: finding.end.column,
      fixable: isMendedUnread(finding),
    })),
  }));
  return `${JSON.stringify(files, null, 2)}\n`;
}
