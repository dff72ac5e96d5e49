import { parseArgs } from 'node:util';
import { FORMATS, isFormat, type Format } from './reporters';

/** What the user asked for. */
export interface LintCommandOptions {
  readonly format: Format;
  readonly allRules: boolean;
  readonly fix: boolean;
  /** Findings of level warning that are still no failure; undefined: any finding is one. */
  readonly maxWarnings: number | undefined;
  readonly config: string | undefined;
  /** The path by which standard input is known. */
  readonly stdinPath: string | undefined;
  readonly printConfig: string | undefined;
  readonly cache: boolean;
  readonly cacheLocation: string | undefined;
}

/** A command line as read. */
export interface CommandLine {
  readonly help: boolean;
  readonly version: boolean;
  /** The command and what follows it. */
  readonly args: readonly string[];
  readonly options: LintCommandOptions;
}

export const HELP = `design-docs lint [options] FILE… | FOLDER… | PATTERN… | -

Reports what design docs do not answer. In a folder, and among the files that a pattern matches, it
lints those that are design docs; a file that is named is linted wherever it lies; - is standard input.
A pattern with ! in front takes out what it matches.

  --format FORMAT        text (default), json, sarif or github
  --fix                  add what is missing to the files, as questions for you to answer, and take out
                         suppression comments that suppress nothing; no word of yours is changed
  --all-rules            turn every rule on, whatever the configuration says
  --max-warnings NUMBER  fail only on errors and on more warnings than this
  --config FILE          use this configuration instead of the nearest .design-docs.yaml
  --print-config FILE    print the configuration that holds for a file
  --stdin-path FILE      the path by which standard input is known
  --cache                lint only files that have changed
  --cache-location PATH  where the cache lies, instead of node_modules/.cache/design-docs
  --help, --version

Ends with 0 when all is clean, 1 when there are findings, 2 when something could not be done.
`;

const TEXT = { type: 'string', multiple: true } as const;
const FLAG = { type: 'boolean' } as const;

/** Reads a command line without the program's name. Throws an error that says what is wrong with it. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values, positionals } = parsed(argv);
  const format = once(values.format, '--format') ?? 'text';
  if (!isFormat(format)) throw new Error(`unknown format “${format}”: use ${list(FORMATS)}`);
  const cacheLocation = once(values['cache-location'], '--cache-location');
  return {
    help: values.help === true,
    version: values.version === true,
    args: positionals,
    options: {
      format,
      allRules: values['all-rules'] === true,
      fix: values.fix === true,
      maxWarnings: count(once(values['max-warnings'], '--max-warnings'), '--max-warnings'),
      config: once(values.config, '--config'),
      stdinPath: once(values['stdin-path'], '--stdin-path'),
      printConfig: once(values['print-config'], '--print-config'),
      cache: values.cache === true || cacheLocation !== undefined,
      cacheLocation,
    },
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: TEXT,
        'max-warnings': TEXT,
        config: TEXT,
        'print-config': TEXT,
        'stdin-path': TEXT,
        'cache-location': TEXT,
        'all-rules': FLAG,
        fix: FLAG,
        cache: FLAG,
        help: { ...FLAG, short: 'h' },
        version: FLAG,
      },
    });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new Error(`${reworded(said)}; see design-docs --help`, { cause: error });
  }
}

/** Node's first sentence, without the advice about arguments that begin with a hyphen, which nobody asked for. */
function reworded(message: string): string {
  const ambiguous = /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument is ambiguous/.exec(message)?.[1];
  if (ambiguous)
    return `${ambiguous} needs a value; one that begins with a hyphen is written ${ambiguous}=VALUE`;
  const [first = ''] = message.split(/\. |\.?\n/);
  return first.charAt(0).toLowerCase() + first.slice(1);
}

function once(values: readonly string[] | undefined, flag: string): string | undefined {
  if (values && values.length > 1) throw new Error(`${flag} is given more than once`);
  return values?.[0];
}

function count(value: string | undefined, flag: string): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`${flag} must be a number, 0 or more`);
  return Number(value);
}

function list(names: readonly string[]): string {
  return names.join(', ').replace(/, (?=\w+$)/, ' or ');
}
