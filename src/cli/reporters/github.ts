import type { FileReport } from './reporter';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions, which show each finding at its line of a pull request. */
export function asGithub(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ path, findings }) =>
    findings.map(({ severity, start, end, rule, message }) => {
      // Columns may be given only for a finding on one line.
      const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
      const place = {
        file: path,
        line: start.line,
        endLine: end.line,
        ...columns,
        title: `Design Docs: ${rule}`,
      };
      const properties = Object.entries(place).map(([name, value]) => `${name}=${property(String(value))}`);
      return `::${COMMANDS[severity]} ${properties.join(',')}::${data(message)}\n`;
    }),
  );
  return lines.join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
