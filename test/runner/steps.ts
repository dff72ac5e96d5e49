import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { removeFolder, results, root } from '../server/places';
import { run } from '../server/processes';
import { current, oldest } from '../server/versions';
import { none, type Counts } from './counts';
import { runHostSuites } from './host';
import { hostSuites } from './host-suites';

/** A part of `npm test` that can be asked for by name. */
export interface Step {
  readonly name: string;
  readonly what: string;
  run(): Promise<Counts>;
}

/** All steps, in the order they run: what is quick to tell comes first. */
export const steps: readonly Step[] = [
  {
    name: 'types',
    what: 'the types of the extension, of the page and of the window tests',
    run: () =>
      all([
        tool('typescript/bin/tsc', '-p', '.'),
        ...projects.map((it) => tool('typescript/bin/tsc', '-p', it)),
      ]),
  },
  {
    name: 'lint',
    what: 'ESLint, Prettier, and code or packages that nothing uses',
    run: () =>
      all([
        tool('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
        tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '**/*.{ts,mts,mjs}'),
        tool('knip/bin/knip.js'),
      ]),
  },
  { name: 'unit', what: 'everything that needs no VS Code', run: () => vitest('unit') },
  {
    name: 'build',
    what: 'dist/ and the specs for the extension host',
    run: () => all([['esbuild.mjs', '--tests']]),
  },
  {
    name: 'host',
    what: `the extension host of VS Code ${current.vscode}`,
    run: () =>
      runHostSuites(
        hostSuites.filter((it) => it.web !== true),
        current,
      ),
  },
  {
    name: 'host-oldest',
    what: `the same in VS Code ${oldest.vscode}, the oldest that is promised`,
    run: () =>
      runHostSuites(
        hostSuites.filter((it) => it.web !== true),
        oldest,
      ),
  },
  {
    name: 'web',
    what: `the web-worker extension host of VS Code ${current.vscode}`,
    run: () =>
      runHostSuites(
        hostSuites.filter((it) => it.web === true),
        current,
      ),
  },
  { name: 'e2e', what: `the window of VS Code ${current.vscode}`, run: () => vitest('e2e') },
];

const projects = ['src/webview', 'test/e2e'];

/** The command line of a tool that is installed in node_modules. */
function tool(script: string, ...args: string[]): string[] {
  return [join('node_modules', script), ...args];
}

/** Runs command lines of Node to their ends, also after a failure, and counts them as one test. */
async function all(commands: readonly (readonly string[])[]): Promise<Counts> {
  let failed = 0;
  for (const command of commands) {
    const { code } = await run(process.execPath, command, { onOutput: (text) => process.stdout.write(text) });
    if (code !== 0) {
      console.log(`  ✗ ${command.join(' ')} ended with ${code}`);
      failed = 1;
    }
  }
  return { passed: 1 - failed, failed, skipped: 0 };
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly success: boolean;
}

async function vitest(project: string): Promise<Counts> {
  const report = join(results, `vitest-${project}.json`);
  await removeFolder(report);
  const { code } = await run(
    process.execPath,
    [
      ...tool('vitest/vitest.mjs', 'run', '--project', project),
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, onOutput: (text) => process.stdout.write(text) },
  );
  const counts = await readFile(report, 'utf8').then(
    (text) => JSON.parse(text) as VitestReport,
    () => undefined,
  );
  if (counts === undefined) return { ...none, failed: 1 };
  // A file that does not load fails the run without a failed test in it.
  const failed = Math.max(counts.numFailedTests, code === 0 && counts.success ? 0 : 1);
  return { passed: counts.numPassedTests, failed, skipped: counts.numPendingTests };
}
