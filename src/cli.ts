import { cac } from 'cac';
import { lintCommand } from './cli/lint-command';

/** Exit codes: 0 clean, 1 findings, 2 could not run. */
async function main(): Promise<number> {
  const cli = cac('design-docs');
  let run: (() => Promise<number>) | undefined;
  cli
    .command('lint [...files]', 'Report what design docs do not answer')
    .option('--format <format>', 'text or json', { default: 'text' })
    .option('--all-rules', 'Turn every rule on, whatever the configuration says')
    .example('design-docs lint docs/design/0007-checkout.md')
    .action((files: string[], options: { format: string; allRules?: boolean }) => {
      run = () => lintCommand(files, { format: options.format, allRules: options.allRules === true });
    });
  cli.help();
  try {
    const { options } = cli.parse(process.argv, { run: false });
    if (options['help'] === true) return 0;
    await cli.runMatchedCommand();
    if (run) return await run();
    cli.outputHelp();
    return 2;
  } catch (error) {
    process.stderr.write(`design-docs: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

void main().then((code) => {
  process.exitCode = code;
});
