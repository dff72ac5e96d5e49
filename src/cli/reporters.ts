import type { Finding } from '../rules/finding';

/** What the linter found in one file. */
export interface FileReport {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Ways to print reports, by the name `--format` takes. A text report of clean files is empty. */
export const REPORTERS: Readonly<Record<string, ((reports: readonly FileReport[]) => string) | undefined>> = {
  text: asText,
  json: asJson,
};

/** One line a finding, `path:line:column`, as compilers print them, so that terminals make links of them. */
function asText(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ path, findings }) =>
    findings.map(({ start, severity, message, rule, subject }) => {
      const name = subject === null ? rule : `${rule} (${subject})`;
      return `${path}:${String(start.line)}:${String(start.column)} ${severity} ${message} ${name}\n`;
    }),
  );
  const count = lines.length;
  if (count === 0) return '';
  return `${lines.join('')}\n${String(count)} ${count === 1 ? 'finding' : 'findings'}\n`;
}

/** One array; lines and columns are 1-based. */
function asJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ path, findings }) => ({
    path,
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
