import { relative, resolve, sep } from 'node:path';
import { readFrontMatter } from '../document/front-matter';
import { isDesignDocFile, isNegation } from '../lint/design-doc-files';
import { FindingsCache } from './cache';
import { STDIN, findFiles, type FoundFile } from './find-files';
import { LintText } from './lint-text';
import type { LintCommandOptions } from './options';
import { packageLibrary, packageVersion } from './package-files';
import { printConfig } from './print-config';
import { Progress } from './progress';
import { FileError, readSource, writeSource, type SourceText } from './source-text';
import { Projects, type Project } from './projects';
import { REPORTERS } from './reporters';
import type { FileReport } from './reporters/reporter';
import { say, shownPath } from './say';

/**
 * Lints files and writes the findings to standard output. What cannot be read is named on standard error, and the
 * others are linted all the same. Returns the exit code: 0 clean, 1 findings, 2 something could not be done.
 * Rejects when what is asked for makes no sense.
 */
export async function lintCommand(args: readonly string[], options: LintCommandOptions): Promise<number> {
  const library = await packageLibrary();
  const projects = new Projects(library, options.config);
  if (options.printConfig !== undefined) {
    process.stdout.write(printConfig(await projects.for(options.printConfig), options.printConfig));
    return 0;
  }
  if (args.every(isNegation))
    throw new Error('name at least one Markdown file, folder or pattern: design-docs lint docs/design');
  if (args.includes(STDIN) && options.fix)
    throw new Error('--fix needs a file to write to; it cannot mend standard input');
  const { files, searched } = await findFiles(args);
  const run = new Run(projects, options);
  const reports = await run.all(files);
  const empty = searched.filter((arg) => !run.found.has(arg));
  for (const arg of empty) {
    say(
      `no design doc in ${arg}: name a file to lint it wherever it lies, or set include in .design-docs.yaml`,
    );
  }
  process.stdout.write(REPORTERS[options.format](reports, await packageVersion()));
  if (run.failed || empty.length > 0) return 2;
  return isFailure(reports, options.maxWarnings) ? 1 : 0;
}

class Run {
  /** Something could not be done, and that was said. */
  failed = false;
  /** Folders and patterns through which a design doc was found. */
  readonly found = new Set<string>();
  private cache: FindingsCache | undefined;
  private readonly today = new Date().toISOString().slice(0, 10);
  private readonly linter = new LintText(this.today, (message) => {
    this.fail(message);
  });
  private progress = new Progress(0);

  constructor(
    private readonly projects: Projects,
    private readonly options: LintCommandOptions,
  ) {}

  async all(files: readonly FoundFile[]): Promise<FileReport[]> {
    const { cache, cacheLocation } = this.options;
    if (cache) this.cache = await FindingsCache.open(cacheLocation, this.today);
    this.progress = new Progress(files.length);
    const reports: (FileReport | undefined)[] = [];
    let next: Promise<SourceText> | undefined;
    for (const [index, file] of files.entries()) {
      this.progress.at(index, file.path);
      const source = next ?? startReading(file);
      const after = files[index + 1];
      // Not where files are written: two of them may be one, through a link.
      next = after && !this.options.fix ? startReading(after) : undefined;
      reports.push(await this.one(file, source));
    }
    this.progress.clear();
    await this.cache?.save();
    return reports.filter((report) => report !== undefined);
  }

  /** The report of a file; undefined for one that cannot be read, or was only come across and is no design doc. */
  private async one(file: FoundFile, reading: Promise<SourceText>): Promise<FileReport | undefined> {
    try {
      return await this.report(file, await reading);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      this.fail(error instanceof FileError ? message : `${shownPath(file.path)}: ${message}`);
      return undefined;
    }
  }

  private async report(file: FoundFile, source: SourceText): Promise<FileReport | undefined> {
    const path = file.path === STDIN ? (this.options.stdinPath ?? '<stdin>') : file.path;
    const { text } = source;
    const project = await this.projects.for(path);
    if (file.through !== undefined) {
      if (!isDesignDoc(path, text, project)) return undefined;
      this.found.add(file.through);
    }
    if (!source.isUtf8) throw new FileError('read', file.path, 'it is not UTF-8 text');
    const { allRules, fix } = this.options;
    const known = fix ? undefined : this.cache?.get(path, text, project, allRules);
    if (known) return { path, ...known };
    const config = { ...project.config, allRules };
    const measure = { config, knowledge: project.knowledge };
    const fixed = fix ? await this.linter.fix(path, text, measure) : text;
    if (fixed !== text) await writeSource(file.path, { ...source, text: fixed });
    const found = await this.linter.lint(path, fixed, measure);
    this.cache?.set(path, fixed, project, allRules, found);
    return { path, ...found };
  }

  private fail(message: string): void {
    this.progress.clear();
    say(message);
    this.failed = true;
  }
}

/** Reads a file while another is linted. That it cannot be read is told when its turn comes. */
function startReading(file: FoundFile): Promise<SourceText> {
  const source = readSource(file.path);
  source.catch(() => undefined);
  return source;
}

function isDesignDoc(path: string, text: string, { root, templates, patterns }: Project): boolean {
  const place = relative(root, resolve(path)).split(sep).join('/');
  return isDesignDocFile(place, readFrontMatter(text), templates, patterns);
}

/** Any finding is a failure; with a limit, only errors and more warnings than that. */
function isFailure(reports: readonly FileReport[], maxWarnings: number | undefined): boolean {
  const all = reports.flatMap(({ findings }) => findings);
  if (maxWarnings === undefined) return all.length > 0;
  const count = (level: string): number => all.filter(({ severity }) => severity === level).length;
  return count('error') > 0 || count('warning') > maxWarnings;
}
