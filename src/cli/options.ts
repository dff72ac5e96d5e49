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

/** Checks options as the command line gives them. Throws an error that says what is wrong with one. */
export function readOptions(raw: Readonly<Record<string, unknown>>): LintCommandOptions {
  const format = text(raw, 'format') ?? 'text';
  if (!isFormat(format))
    throw new Error(`unknown format “${format}”: use ${FORMATS.join(', ').replace(/, (?=\w+$)/, ' or ')}`);
  return {
    format,
    allRules: raw['allRules'] === true,
    fix: raw['fix'] === true,
    maxWarnings: count(raw, 'maxWarnings', '--max-warnings'),
    config: text(raw, 'config'),
    stdinPath: text(raw, 'stdinPath'),
    printConfig: text(raw, 'printConfig'),
    cache: raw['cache'] === true || raw['cacheLocation'] !== undefined,
    cacheLocation: text(raw, 'cacheLocation'),
  };
}

function text(raw: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = raw[name];
  if (value === undefined) return undefined;
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  if (Array.isArray(value)) throw new Error(`${flag} is given more than once`);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

function count(raw: Readonly<Record<string, unknown>>, name: string, flag: string): number | undefined {
  const value = text(raw, name);
  if (value === undefined) return undefined;
  if (!/^\d+$/.test(value)) throw new Error(`${flag} must be a number, 0 or more`);
  return Number(value);
}
