import { cac } from 'cac';
import { lintCommand } from './cli/lint-command';
import { readOptions } from './cli/options';
import { say } from './cli/say';

/** Exit codes: 0 clean, 1 findings, 2 could not run. */
async function main(): Promise<number> {
  const cli = cac('design-docs');
  let run: (() => Promise<number>) | undefined;
  cli
    .command('lint [...files]', 'Report what design docs do not answer')
    .usage('lint [options] FILE… | FOLDER… | PATTERN… | -')
    .option('--format <format>', 'text, json, sarif or github', { default: 'text' })
    .option('--all-rules', 'Turn every rule on, whatever the configuration says')
    .option('--fix', 'Mend what can be mended, in the files; stubs hold questions for you to answer')
    .option('--max-warnings <number>', 'Fail only on errors and on more warnings than this')
    .option('--config <file>', 'Use this configuration instead of the nearest .design-docs.yaml')
    .option('--print-config <file>', 'Print the configuration that holds for a file')
    .option('--stdin-path <file>', 'The path by which standard input (-) is known')
    .option('--cache', 'Lint only files that have changed')
    .option('--cache-location <path>', 'Where the cache lies, instead of node_modules/.cache/design-docs')
    .example('design-docs lint docs/design')
    .example("design-docs lint 'docs/**/*.md' --format github --max-warnings 0")
    .action((files: string[], options: Record<string, unknown>) => {
      run = () => lintCommand(files.map(String), readOptions(options));
    });
  cli.help();
  try {
    const { options } = cli.parse(process.argv, { run: false });
    if (options['help'] === true) return 0;
    await cli.runMatchedCommand();
    if (run) return await run();
    const [command] = cli.args;
    if (command !== undefined) say(`there is no command “${command}”`);
    cli.outputHelp();
    return 2;
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return 2;
  }
}

// A reader that wants no more, as `head`, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

void main().then((code) => {
  process.exitCode = code;
});
