import { stat } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

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
 * matches. A path that is nothing of these stays, for reading it will say why it cannot be read.
 */
export async function findFiles(args: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, FoundFile>();
  const searched: string[] = [];
  for (const arg of args) {
    const found = await search(arg);
    if (found) searched.push(arg);
    for (const path of found ?? [arg]) {
      const key = normalize(path);
      if (!found || !files.has(key)) files.set(key, { path, through: found ? arg : undefined });
    }
  }
  return { files: [...files.values()], searched };
}

/** What a folder or a pattern holds, sorted; undefined for an argument that is neither. */
async function search(arg: string): Promise<string[] | undefined> {
  if (arg === STDIN) return undefined;
  const entry = await stat(arg).catch(() => undefined);
  if (entry?.isDirectory()) {
    const paths = await glob('**/*.{md,markdown}', { ...OPTIONS, cwd: arg });
    return paths.sort().map((path) => join(arg, path).split(sep).join('/'));
  }
  if (entry || !isDynamicPattern(arg)) return undefined;
  return (await glob(arg, OPTIONS)).sort();
}

const OPTIONS = {
  ignore: ['**/node_modules/**', '**/.git/**'],
  followSymbolicLinks: false,
  expandDirectories: false,
};
