// Mocha's build for browsers, which sets the global `mocha`.
import 'mocha/mocha.js';
import { runAndReport } from '../report';

/** Runs specs in the web-worker extension host; `load` requires their files. */
export function runSpecs(load: () => void): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: 60_000, reporter: Mocha.reporters.Base });
  load();
  return runAndReport(mocha, console.log);
}
