import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseDesignDoc } from '../document/parse';
import { loadKnowledge } from '../knowledge/load';
import { DEFAULT_CONFIG } from '../lint/config';
import { lint } from '../lint/lint';
import { packageFiles } from './package-files';
import { REPORTERS, type FileReport } from './reporters';

export interface LintCommandOptions {
  readonly format: string;
  readonly allRules: boolean;
}

/**
 * Lints the files named and writes the findings to standard output. A file that cannot be read is named on standard
 * error; the others are still linted. Returns the exit code: 0 clean, 1 findings, 2 something could not be read.
 * Rejects when the options make no sense.
 */
export async function lintCommand(files: readonly string[], options: LintCommandOptions): Promise<number> {
  const reporter = REPORTERS[options.format];
  if (!reporter) throw new Error(`unknown format “${options.format}”; use ${Object.keys(REPORTERS).join(' or ')}`);
  if (files.length === 0) throw new Error('name at least one Markdown file: design-docs lint docs/design/*.md');
  const knowledge = await loadKnowledge([await packageFiles()]);
  const config = { ...DEFAULT_CONFIG, allRules: options.allRules };
  const today = new Date().toISOString().slice(0, 10);
  const reports: FileReport[] = [];
  let failed = false;
  for (const path of files) {
    const text = await readText(path);
    if (text === undefined) {
      failed = true;
      continue;
    }
    const { findings, failures } = await lint(parseDesignDoc(text), knowledge, { config, today });
    for (const { rule, error } of failures) {
      failed = true;
      process.stderr.write(`design-docs: ${path}: the rule ${rule} failed: ${error.message}\n`);
    }
    reports.push({ path, findings });
  }
  process.stdout.write(reporter(reports));
  if (failed) return 2;
  return reports.some(({ findings }) => findings.length > 0) ? 1 : 0;
}

/** The file's text without a byte order mark, or undefined after saying on standard error why it cannot be read. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/, \w+ '.*'$/, '') : String(error);
    process.stderr.write(`design-docs: cannot read ${relative('.', path) || path}: ${reason}\n`);
    return undefined;
  }
}
