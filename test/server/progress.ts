import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';

/** Seconds since `start` (a `performance.now()` value), as text: `3.2 s`. */
export function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

/** What a slow step tells while it runs. */
export interface Told {
  /** What is being done, for a person who waits. */
  readonly what: string;
  /** How far it is, asked every few seconds. */
  readonly howFar?: () => Promise<string>;
}

/** Runs a slow step with a line when it starts, every five seconds, and when it is done. */
export async function withProgress<T>(told: Told, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  console.log(`  ${told.what} …`);
  let asking = false;
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void (told.howFar?.() ?? Promise.resolve('')).then((far) => {
      asking = false;
      console.log(`  ${told.what}: ${far === '' ? '' : `${far}, `}${seconds(start)}`);
    });
  }, 5000);
  try {
    const result = await work();
    console.log(`  ${told.what}: done in ${seconds(start)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/** Says how much of an expected size (in MB) a folder has reached. Never throws. */
export async function megabytesOf(folder: string, expected: number): Promise<string> {
  const bytes = await sizeOf(folder);
  return `${Math.round(bytes / 1e6)} of about ${expected} MB`;
}

async function sizeOf(folder: string): Promise<number> {
  let total = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) total += await sizeOf(path);
    // npm moves files while this looks, so one may be gone.
    else
      total += await stat(path).then(
        (it) => it.size,
        () => 0,
      );
  }
  return total;
}
