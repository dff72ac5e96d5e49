import type { FileReport } from './reporter';

/** One array, an element a file; lines and columns are 1-based, the end is exclusive. */
export function asJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, system, findings }) => ({
    path,
    system,
    findings: findings.map(({ rule, subject, severity, message, start, end, fixes }) => ({
      rule,
      subject,
      severity,
      message,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      fixable: fixes.length > 0,
    })),
  }));
  return `${JSON.stringify(files, null, 2)}\n`;
}
