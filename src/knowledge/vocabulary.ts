import { parse } from 'yaml';
import * as z from 'zod';
import type { FileSource } from './file-source';
import { SignalError, compileSignal } from './signal';
import type { KnowledgeProblem } from './types';

/** Words of one meaning that a rule looks for. */
export interface VocabularyEntry {
  /** Unique in its vocabulary; rules ask for it by name. */
  readonly id: string;
  /** What a message says about these words; empty where there is nothing to say. */
  readonly say: string;
  readonly signals: readonly string[];
}

/** The words a rule looks for, by meaning: `knowledge/vocabulary/<id>.md`. */
export interface Vocabulary {
  readonly id: string;
  readonly entries: readonly VocabularyEntry[];
}

const FOLDER = 'knowledge/vocabulary';

const lines = z.string().transform((text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
);

const schema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1).max(160),
  entries: z.array(z.strictObject({ id: z.string().min(1), say: z.string().default(''), signals: lines })),
});

/**
 * Loads the vocabularies of several sources; a file with the id of an earlier one, or of one of `before`, adds to it. What cannot be used is
 * added to `problems` and left out; never rejects.
 */
export async function loadVocabularies(
  sources: readonly FileSource[],
  problems: KnowledgeProblem[],
  before: readonly Vocabulary[] = [],
): Promise<Vocabulary[]> {
  const loaded = new Map(before.map((vocabulary) => [vocabulary.id, vocabulary]));
  for (const source of sources) {
    for (const name of await source.list(FOLDER).catch(() => [])) {
      if (!name.endsWith('.md')) continue;
      const path = `${FOLDER}/${name}`;
      const vocabulary = await source.read(path).then(
        (text) => readVocabulary(path, text, problems),
        () => undefined,
      );
      if (!vocabulary) continue;
      const entries = [...(loaded.get(vocabulary.id)?.entries ?? []), ...vocabulary.entries];
      loaded.set(vocabulary.id, { ...vocabulary, entries });
    }
  }
  return [...loaded.values()];
}

/** Reads one file. A wrong signal is left out and reported; anything else wrong refuses the file. */
export function readVocabulary(
  path: string,
  text: string,
  problems: KnowledgeProblem[],
): Vocabulary | undefined {
  const front = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  const refuse = (message: string): Vocabulary | undefined => {
    problems.push({ path, line: 1, message });
    return undefined;
  };
  if (front?.index !== 0)
    return refuse('Begin the file with front matter: a line `---`, the keys, a line `---`.');
  let yaml: unknown;
  try {
    yaml = parse(front[1] ?? '');
  } catch (error) {
    return refuse(
      `The front matter is no valid YAML: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const checked = schema.safeParse(yaml);
  if (!checked.success) {
    return refuse(
      checked.error.issues
        .map(({ path: key, message }) => `Correct \`${key.join('.')}\`: ${message}.`)
        .join(' '),
    );
  }
  const isGood = (signal: string): boolean => {
    try {
      compileSignal(signal);
      return true;
    } catch (error) {
      if (!(error instanceof SignalError)) throw error;
      problems.push({ path, line: 1, message: error.message });
      return false;
    }
  };
  const entries = checked.data.entries.map((entry) => ({ ...entry, signals: entry.signals.filter(isGood) }));
  return { id: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, ''), entries };
}
