import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { COMPILED } from '../knowledge/compiled-library';
import type { Found } from './lint-text';
import type { Project } from './projects';
import { reasonOf, say } from './say';

interface Entry extends Found {
  readonly key: string;
}

/** Remembers what was found in a file while its content, its configuration, the knowledge, the day and the linter stay. */
export class FindingsCache {
  private readonly used = new Map<string, Entry>();
  private readonly projects = new WeakMap<Project, string>();

  private constructor(
    private readonly file: string,
    private readonly known: ReadonlyMap<string, Entry>,
    private readonly salt: string,
  ) {}

  /**
   * Opens the cache in `location` (a folder or a file that ends in `.json`), by default below `node_modules`. A cache
   * that cannot be read is an empty one.
   */
  static async open(location: string | undefined, today: string): Promise<FindingsCache> {
    const place = location ?? join('node_modules', '.cache', 'design-docs');
    const file = resolve(place.endsWith('.json') ? place : join(place, 'findings.json'));
    const code = await Promise.all(
      ['cli.js', COMPILED].map((part) => readFile(join(__dirname, part), 'utf8').catch(() => '')),
    );
    return new FindingsCache(file, await readEntries(file), hash([today, ...code]));
  }

  /** What was found in a file with this content, or undefined. `allRules` tells runs with that option apart. */
  get(path: string, text: string, project: Project, allRules: boolean): Found | undefined {
    const entry = this.known.get(resolve(path));
    if (entry?.key !== this.keyOf(text, project, allRules)) return undefined;
    this.used.set(resolve(path), entry);
    return { findings: entry.findings, system: entry.system };
  }

  set(path: string, text: string, project: Project, allRules: boolean, found: Found): void {
    this.used.set(resolve(path), { key: this.keyOf(text, project, allRules), ...found });
  }

  /** Writes the cache, so that another run at the same time reads the old or the new one, never half of one. */
  async save(): Promise<void> {
    const entries = Object.fromEntries([...this.known, ...this.used]);
    const temporary = `${this.file}.${String(process.pid)}`;
    try {
      await mkdir(dirname(this.file), { recursive: true });
      await writeFile(temporary, JSON.stringify(entries));
      await rename(temporary, this.file);
    } catch (error) {
      say(`the cache was not written: ${reasonOf(error)}`);
    }
  }

  private keyOf(text: string, project: Project, allRules: boolean): string {
    let salt = this.projects.get(project);
    if (salt === undefined) {
      salt = hash([this.salt, JSON.stringify(project.config), JSON.stringify(project.knowledge)]);
      this.projects.set(project, salt);
    }
    return hash([salt, String(allRules), text]);
  }
}

async function readEntries(file: string): Promise<ReadonlyMap<string, Entry>> {
  try {
    const read: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (typeof read !== 'object' || read === null) return new Map();
    return new Map(Object.entries(read).filter((pair): pair is [string, Entry] => isEntry(pair[1])));
  } catch {
    return new Map();
  }
}

const place = z.object({ line: z.int(), column: z.int(), offset: z.int() });

/** As far as what is read from the cache is relied upon; it may have been written by anything. */
const entry = z.object({
  key: z.string(),
  system: z.string().nullable(),
  findings: z.array(
    z.object({
      rule: z.string(),
      subject: z.string().nullable(),
      severity: z.enum(['info', 'warning', 'error']),
      message: z.string(),
      start: place,
      end: place,
      page: z.string(),
      fixes: z.array(
        z.object({
          title: z.string(),
          edits: z.array(z.object({ start: z.int(), end: z.int(), text: z.string() })),
        }),
      ),
    }),
  ),
});

function isEntry(value: unknown): value is Entry {
  return entry.safeParse(value).success;
}

function hash(parts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(`${String(part.length)}:`).update(part);
  return digest.digest('base64');
}
