import { execFile, execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

const lock = join(root, 'node_modules', '.design-docs-building');

/** Builds dist/ unless it is newer than everything it is made of. Specs that run side by side wait for each other. */
export async function build(): Promise<void> {
  while (!taken()) await sleep(100);
  try {
    if (newest('src', 'media', 'esbuild.mjs', 'package.json') > newest('dist/cli.js')) {
      execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'pipe' });
    }
  } finally {
    rmdirSync(lock);
  }
}

function taken(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // A lock that a killed run has left behind is nobody's.
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 60_000)
      rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function newest(...paths: string[]): number {
  let latest = 0;
  for (const path of paths.map((name) => join(root, name))) {
    if (!existsSync(path)) continue;
    const found = statSync(path);
    const files = found.isDirectory() ? readdirSync(path, { recursive: true, withFileTypes: true }) : [];
    latest = Math.max(latest, found.isDirectory() ? 0 : found.mtimeMs);
    for (const file of files) {
      if (file.isFile()) latest = Math.max(latest, statSync(join(file.parentPath, file.name)).mtimeMs);
    }
  }
  return latest;
}

/** What a run of the command line ended with. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of files that is deleted after the test. */
export class Workplace implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), 'design-docs-cli-'));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  write(name: string, text: string | Uint8Array): void {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  /** Runs the built command line in this folder, or one below. */
  run(args: readonly string[], input?: string, below = ''): Promise<Ran> {
    return this.node([join(root, 'dist/cli.js'), ...args], input, below);
  }

  /** Runs Node in this folder, or one below. */
  node(args: readonly string[], input?: string, below = ''): Promise<Ran> {
    return new Promise((resolve) => {
      const child = execFile(process.execPath, args, { cwd: join(this.path, below) }, (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err });
      });
      child.stdin?.end(input ?? '');
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
