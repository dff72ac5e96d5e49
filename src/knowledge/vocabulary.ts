import * as z from 'zod';
import type { FileSource } from './file-source';
import { mistakesOf, readKnowledgeText, type Mistake } from './knowledge-yaml';
import { signals } from './schemas';
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

/** Where vocabularies lie in a source. */
export const VOCABULARY_FOLDER = 'knowledge/vocabulary';

const schema = z.strictObject({
  title: z.string().min(1),
  summary: z.string().min(1).max(160),
  entries: z.array(z.unknown()),
});

const entrySchema = z.strictObject({ id: z.string().min(1), say: z.string().default(''), signals });

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
    for (const name of await source.list(VOCABULARY_FOLDER).catch(() => [])) {
      if (!name.endsWith('.md')) continue;
      const path = `${VOCABULARY_FOLDER}/${name}`;
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

/** Reads one file. A wrong entry or signal is left out and reported; anything else wrong refuses the file. */
export function readVocabulary(
  path: string,
  text: string,
  problems: KnowledgeProblem[],
): Vocabulary | undefined {
  const report = (...mistakes: Mistake[]): void => {
    problems.push(...mistakes.map((mistake) => ({ path, ...mistake })));
  };
  const read = readKnowledgeText(text);
  if (!('frontMatter' in read)) {
    report(read);
    return undefined;
  }
  const checked = schema.safeParse(read.frontMatter);
  if (!checked.success) {
    report(...mistakesOf(checked.error, read));
    return undefined;
  }
  const entries = checked.data.entries.flatMap((raw, i): VocabularyEntry[] => {
    const at = ['entries', i];
    const entry = entrySchema.safeParse(raw);
    if (!entry.success) {
      report(...mistakesOf(entry.error, read, at));
      return [];
    }
    const isGood = (signal: string, index: number): boolean => {
      try {
        compileSignal(signal);
        return true;
      } catch (error) {
        if (!(error instanceof SignalError)) throw error;
        report({ line: read.lineOf([...at, 'signals', index]), message: error.message });
        return false;
      }
    };
    return [{ ...entry.data, signals: entry.data.signals.filter(isGood) }];
  });
  return { id: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, ''), entries };
}
