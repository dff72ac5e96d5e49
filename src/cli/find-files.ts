import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch/posix';
import { isNegation } from '../lint/design-doc-files';

/** A file to be linted. */
export interface FoundFile {
  /** As it was named, or relative to the working folder. */
  readonly path: string;
  /** The pattern or folder through which it was found: then it is linted only if it is a design doc by its place. */
  readonly through: string | undefined;
}

/** Stands for standard input among the files. */
export const STDIN = '-';

/** The files that arguments stand for, and which of the arguments are folders and patterns. */
export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly searched: readonly string[];
}

/**
 * The files that arguments stand for, each once: a file that is named, all Markdown below a folder, what a pattern
 * matches; but nothing that a pattern with `!` in front matches. A path that is nothing of these stays, for reading it
 * will say why it cannot be read.
 */
export async function findFiles(args: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const searched: string[] = [];
  const isTakenOut = matcherOf(args.filter(isNegation).map((arg) => arg.slice(1)));
  for (const arg of args.filter((it) => !isNegation(it))) {
    const found = await search(arg);
    if (found) searched.push(arg);
    for (const path of found ?? [arg]) {
      if (isTakenOut(fromHere(path))) continue;
      const key = path === STDIN ? STDIN : resolve(path);
      const known = files.get(key);
      const through = known ? known.through : arg;
      files.set(key, { path: known?.path ?? path, through: found ? through : undefined });
    }
  }
  return { files: [...files.values()], searched };
}

/** As the patterns of a configuration are matched. */
const MATCHING = { nocase: true, dot: true };

/** Whether a path is matched by one of the patterns, or lies in a folder that is. */
function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  return picomatch(
    patterns.map(fromHere).flatMap((pattern) => [pattern, `${pattern}/**`]),
    MATCHING,
  );
}

/** A path or pattern relative to the working folder, with `/`. */
function fromHere(path: string): string {
  return relative('.', resolve(path)).split(sep).join('/');
}

/** What a folder or a pattern holds, sorted; undefined for an argument that is neither. */
async function search(arg: string): Promise<string[] | undefined> {
  if (arg === STDIN) return undefined;
  const entry = await stat(arg).catch(() => undefined);
  if (entry?.isDirectory()) return await matching(arg, '**/*.{md,markdown}');
  const { isGlob, base, glob } = picomatch.scan(arg);
  return entry || !isGlob ? undefined : await matching(base, glob);
}

async function matching(folder: string, pattern: string): Promise<string[]> {
  const isMatch = picomatch(pattern, MATCHING);
  const found = (await filesBelow(folder)).filter((path) => isMatch(path));
  return found.sort().map((path) => join(folder, path).split(sep).join('/'));
}

/** What is not ours is not looked through. */
const PASSED_BY: ReadonlySet<string> = new Set(['node_modules', '.git']);

/**
 * The files below a folder, by their way down with `/`. A link to a file is one; a link to a folder is not followed: it
 * could lead anywhere, and in circles.
 */
async function filesBelow(folder: string, way = ''): Promise<string[]> {
  const entries = await readdir(join(folder, way), { withFileTypes: true }).catch(() => []);
  const found = entries.map(async (entry) => {
    const path = way === '' ? entry.name : `${way}/${entry.name}`;
    if (entry.isDirectory()) return PASSED_BY.has(entry.name) ? [] : await filesBelow(folder, path);
    return entry.isFile() || (await isFile(join(folder, path))) ? [path] : [];
  });
  return (await Promise.all(found)).flat();
}

async function isFile(path: string): Promise<boolean> {
  return await stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );
}
