import { rmSync } from 'node:fs';
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './ending';

/** The repository. The scripts are always started there: npm does, and so do test/run.mjs and vitest. */
export const root = process.cwd();

/** Everything that is downloaded for the tests; git-ignored. */
export const downloads = join(root, '.vscode-test');

/** Screenshots and logs; git-ignored. */
export const results = join(root, 'test-results');

/** Makes the copy of the sample workspace that `npm start` and the window tests open. */
export function sampleCopy(): Promise<Copy> {
  return freshCopy(join(root, 'test/sample'), 'short-links');
}

/**
 * Makes an empty folder outside the repository; its path has no symbolic links in it. It is gone when this
 * process has ended.
 */
export async function temporaryFolder(name: string): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), `design-docs-${name}-`)));
  atExit(() => rmSync(folder, patiently));
  return folder;
}

/** A copy of a folder, so that nothing done to it lasts. */
export interface Copy {
  /** Absolute path; its last part is the name that was asked for. */
  readonly path: string;
  remove(): Promise<void>;
}

/** Copies a folder to a temporary place, under a name that looks well in the window's title. */
export async function freshCopy(folder: string, name: string): Promise<Copy> {
  const parent = await temporaryFolder('copy');
  const path = join(parent, name);
  await cp(folder, path, { recursive: true });
  return { path, remove: () => removeFolder(parent) };
}

/** Removes a folder, however long it takes others to let go of it. */
export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, patiently);
}

const patiently = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 };
