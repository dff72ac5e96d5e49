import { lintCommand } from './cli/lint-command';
import { HELP, readCommandLine } from './cli/options';
import { packageVersion } from './cli/package-files';
import { say } from './cli/say';

/** Exit codes: 0 clean, 1 findings, 2 could not run. */
async function main(argv: readonly string[]): Promise<number> {
  try {
    const { help, version, args, options } = readCommandLine(argv);
    if (help) process.stdout.write(HELP);
    else if (version) process.stdout.write(`${await packageVersion()}\n`);
    if (help || version) return 0;
    const [command, ...files] = args;
    if (command === 'lint') return await lintCommand(files, options);
    say(
      command === undefined
        ? 'what is to be done? See design-docs --help'
        : `there is no command “${command}”; see design-docs --help`,
    );
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

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
