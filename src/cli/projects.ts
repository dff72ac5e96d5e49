import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, parse, relative, resolve, sep } from 'node:path';
import type { CompiledLibrary } from '../knowledge/compiled-library';
import type { Knowledge } from '../knowledge/types';
import { DEFAULT_CONFIG, type LintConfig } from '../lint/config';
import { readConfigFile, withConfigFile } from '../lint/config-file';
import { CONFIG_NAMES, OWN_FOLDER } from '../lint/config-schema';
import { configuredPatterns, type FilePatterns } from '../lint/design-doc-files';
import { RULE_METAS } from '../lint/rule-metas';
import { folderFiles } from './folder-files';
import { reasonOf, say, shownPath } from './say';

/** What holds for the files of a folder: its configuration and knowledge. */
export interface Project {
  /** Absolute path of the configuration file; undefined when there is none. */
  readonly file: string | undefined;
  /** The folder that patterns are relative to: the repository's, else the configuration's, else the working folder. */
  readonly root: string;
  readonly config: LintConfig;
  readonly patterns: FilePatterns;
  readonly knowledge: Knowledge;
  /** Ids of the templates whose docs are design docs. */
  readonly templates: ReadonlySet<string>;
}

/** Finds out what holds for a file, once per folder. Mistakes in a configuration are named on standard error, once. */
export class Projects {
  private readonly byFolder = new Map<string, Promise<Project>>();
  private readonly byPlace = new Map<string, Promise<Project>>();
  private readonly byOwn = new Map<string, Promise<Knowledge>>();

  /**
   * @param library what is shipped
   * @param configFile the configuration to use for every file instead of the nearest
   */
  constructor(
    private readonly library: CompiledLibrary,
    private readonly configFile: string | undefined,
  ) {}

  /** What holds for a file, by its path. Rejects when the configuration cannot be read. */
  for(path: string): Promise<Project> {
    const folder = dirname(resolve(path));
    let project = this.byFolder.get(folder);
    if (!project) this.byFolder.set(folder, (project = this.find(folder)));
    return project;
  }

  private find(folder: string): Promise<Project> {
    const own = nearest(folder, [OWN_FOLDER]);
    const place =
      this.configFile === undefined
        ? placeOf(folder, nearest(folder, CONFIG_NAMES))
        : { file: resolve(this.configFile), root: repositoryOf(folder) ?? workingRoot(folder), below: '' };
    const key = [place.root, place.file, own].join('\n');
    let project = this.byPlace.get(key);
    if (!project) this.byPlace.set(key, (project = this.load(place, own)));
    return project;
  }

  private async load({ file, root, below }: Place, own: string | undefined): Promise<Project> {
    const knowledge = own === undefined ? this.library.knowledge : await this.withOwn(own);
    const known = { rules: RULE_METAS, concerns: knowledge.concerns.map(({ id }) => id) };
    const { config, problems } = readConfigFile(file === undefined ? '' : await readConfig(file), known);
    for (const { line, column, message } of problems) {
      say(`${shownPath(file ?? root)}:${String(line)}:${String(column)} ${message}`);
    }
    const shipped = Object.keys(this.library.templates).map((path) => basename(path));
    const names = [...shipped, ...(own === undefined ? [] : await folderFiles(own).list('templates'))];
    return {
      file,
      root,
      config: withConfigFile(DEFAULT_CONFIG, config),
      patterns: configuredPatterns(below, config),
      knowledge,
      templates: new Set(names.map((name) => name.replace(/\.md$/, ''))),
    };
  }

  /** What is shipped, with what a folder `.design-docs` adds. Mistakes in it are named once. */
  private withOwn(own: string): Promise<Knowledge> {
    let knowledge = this.byOwn.get(own);
    if (!knowledge) this.byOwn.set(own, (knowledge = loadOwn(own, this.library.knowledge)));
    return knowledge;
  }
}

async function loadOwn(own: string, shipped: Knowledge): Promise<Knowledge> {
  if (!existsSync(join(own, 'knowledge'))) return shipped;
  const { LINT_KINDS, loadKnowledge } = await import('../knowledge/load');
  const knowledge = await loadKnowledge([folderFiles(own)], LINT_KINDS, shipped);
  for (const { path, line, message } of knowledge.problems) {
    say(`${shownPath(join(own, path))}:${String(line)} ${message}`);
  }
  return knowledge;
}

async function readConfig(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`cannot read the configuration ${shownPath(file)}: ${reasonOf(error)}`, { cause: error });
  }
}

/** The first of the names that exists in a folder or the nearest above it. */
function nearest(folder: string, names: readonly string[]): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    for (const name of names) if (existsSync(join(at, name))) return join(at, name);
    if (dirname(at) === at) return undefined;
  }
}

/** Where a configuration holds. */
interface Place {
  readonly file: string | undefined;
  readonly root: string;
  /** The way from the root down to the folder that the file's patterns are relative to, with `/`; empty for none. */
  readonly below: string;
}

/** The root is the repository, or the configuration's folder where that lies further up or there is no repository. */
function placeOf(folder: string, file: string | undefined): Place {
  const repository = repositoryOf(folder);
  if (file === undefined) return { file, root: repository ?? workingRoot(folder), below: '' };
  const home = dirname(file);
  const root = repository !== undefined && isWithin(repository, home) ? repository : home;
  return { file, root, below: relative(root, home).split(sep).join('/') };
}

function repositoryOf(folder: string): string | undefined {
  const git = nearest(folder, ['.git']);
  return git === undefined ? undefined : dirname(git);
}

/** The working folder; for files outside it, whose way from there begins with `..`, the root of the disk. */
function workingRoot(folder: string): string {
  return isWithin(process.cwd(), folder) ? process.cwd() : parse(folder).root;
}

function isWithin(folder: string, other: string): boolean {
  const [first] = relative(folder, other).split(sep);
  return first !== '..' && parse(other).root === parse(folder).root;
}
