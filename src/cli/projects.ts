import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import type { CompiledLibrary } from '../knowledge/compiled-library';
import type { FileSource } from '../knowledge/file-source';
import type { Knowledge } from '../knowledge/types';
import { DEFAULT_CONFIG, type LintConfig } from '../lint/config';
import { readConfigFile, withConfigFile } from '../lint/config-file';
import { CONFIG_NAMES } from '../lint/config-schema';
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
  private readonly byRoot = new Map<string, Promise<Project>>();

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
    const file = this.configFile === undefined ? nearest(folder, CONFIG_NAMES) : resolve(this.configFile);
    const root = rootOf(folder, file);
    const key = `${root}\n${file ?? ''}`;
    let project = this.byRoot.get(key);
    if (!project) this.byRoot.set(key, (project = this.load(file, root)));
    return project;
  }

  private async load(file: string | undefined, root: string): Promise<Project> {
    const home = file === undefined ? root : dirname(file);
    const own = folderFiles(join(home, '.design-docs'));
    const knowledge = await this.knowledge(own, home);
    const below = relative(root, home).split(sep).join('/');
    const known = { rules: RULE_METAS, concerns: knowledge.concerns.map(({ id }) => id) };
    const { config, problems } = readConfigFile(file === undefined ? '' : await readConfig(file), known);
    for (const { line, column, message } of problems) {
      say(`${shownPath(file ?? root)}:${String(line)}:${String(column)} ${message}`);
    }
    const shipped = Object.keys(this.library.templates).map((path) => basename(path));
    const names = [...shipped, ...(await own.list('templates'))];
    return {
      file,
      root,
      config: withConfigFile(DEFAULT_CONFIG, config),
      patterns: configuredPatterns(below, config),
      knowledge,
      templates: new Set(names.map((name) => name.replace(/\.md$/, ''))),
    };
  }

  /** What is shipped, with what the project adds in `.design-docs/knowledge`. */
  private async knowledge(own: FileSource, root: string): Promise<Knowledge> {
    const folder = join(root, '.design-docs', 'knowledge');
    const hasOwn = await stat(folder).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (!hasOwn) return this.library.knowledge;
    const { LINT_KINDS, loadKnowledge } = await import('../knowledge/load');
    const knowledge = await loadKnowledge([own], LINT_KINDS, this.library.knowledge);
    for (const { path, line, message } of knowledge.problems) {
      say(`${shownPath(join(root, '.design-docs', path))}:${String(line)} ${message}`);
    }
    return knowledge;
  }
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

/** The repository's folder, or the configuration's where that lies further up; else the working folder. */
function rootOf(folder: string, configFile: string | undefined): string {
  const git = nearest(folder, ['.git']);
  const repository = git === undefined ? undefined : dirname(git);
  if (configFile === undefined) return repository ?? process.cwd();
  const home = dirname(configFile);
  return repository !== undefined && !relative(repository, home).startsWith('..') ? repository : home;
}
