import { appendFileSync } from 'node:fs';
import Mocha from 'mocha';
import { runAndReport } from './report';

/** Runs specs in an extension host on Node; `load` requires their files. */
export function runSpecs(load: () => void): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  load();
  return runAndReport(mocha, print);
}

/** A desktop VS Code keeps its console to itself, so the lines also go to the file it is told to write. */
function print(line: string): void {
  console.log(line);
  const report = process.env['DESIGN_DOCS_REPORT'];
  if (report !== undefined) appendFileSync(report, `${line}\n`);
}
