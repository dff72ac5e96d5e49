import type { FileReport } from './reporter';

/**
 * One line a finding, `path:line:column`, as compilers print them, so that terminals make links of them.
 * Nothing when there are no findings.
 */
export function asText(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ path, findings }) =>
    findings.map(({ start, severity, message, rule, subject }) => {
      const name = subject === null ? rule : `${rule} (${subject})`;
      return `${path}:${String(start.line)}:${String(start.column)} ${severity} ${message} ${name}\n`;
    }),
  );
  if (lines.length === 0) return '';
  return `${lines.join('')}\n${counts(reports)}\n`;
}

function counts(reports: readonly FileReport[]): string {
  const all = reports.flatMap(({ findings }) => findings);
  const of = (level: string): string | undefined => {
    const count = all.filter(({ severity }) => severity === level).length;
    return count === 0 ? undefined : `${String(count)} ${level}${count === 1 || level === 'info' ? '' : 's'}`;
  };
  const levels = [of('error'), of('warning'), of('info')].filter((part) => part !== undefined).join(', ');
  return `${String(all.length)} ${all.length === 1 ? 'finding' : 'findings'} (${levels})`;
}
