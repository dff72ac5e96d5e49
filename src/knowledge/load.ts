import type { FileSource } from './file-source';
import { didYouMean } from './closest';
import { readKnowledgeFile, type KnowledgeFile } from './knowledge-file';
import { readWeights, type Weights } from './weights';
import { VOCABULARY_FOLDER, loadVocabularies } from './vocabulary';
import { CONCERN_IDS, type Knowledge, type KnowledgeKind, type KnowledgeProblem, type Note } from './types';

const ROOT = 'knowledge';

const FOLDERS: Readonly<Record<KnowledgeKind, string>> = {
  concern: 'knowledge/concerns',
  part: 'knowledge/parts',
  concept: 'knowledge/concepts',
  system: 'knowledge/systems',
};

const ALL_KINDS: readonly KnowledgeKind[] = ['concern', 'part', 'concept', 'system'];

/** What a linter run needs; concepts are for people. */
export const LINT_KINDS: readonly KnowledgeKind[] = ['concern', 'part', 'system'];

/**
 * Loads the knowledge in the folder `knowledge` of several sources: a file of a later source takes the place of one with the same kind and id of
 * an earlier one. A file that cannot be used becomes a problem and the others are loaded all the same; never rejects.
 *
 * @param before knowledge already loaded: what comes before the first source
 */
export async function loadKnowledge(
  sources: readonly FileSource[],
  kinds: readonly KnowledgeKind[] = ALL_KINDS,
  before?: Knowledge,
): Promise<Knowledge> {
  const problems: KnowledgeProblem[] = [];
  const loaded = await Promise.all(
    sources.flatMap((source) => kinds.map((kind) => loadFolder(source, kind, problems))),
  );
  const weights =
    before?.weights ?? (kinds.includes('concern') ? await loadWeights(sources, problems) : undefined);
  const known = before ? [before.concerns, before.parts, before.concepts, before.systems].flat() : [];
  const merged = new Map<string, Note>(known.map((note) => [`${note.kind}/${note.id}`, note]));
  for (const { note } of loaded.flat()) if (note) merged.set(`${note.kind}/${note.id}`, note);
  for (const source of sources) await reportUnread(source, problems);
  const notes = [...merged.values()];
  const of = <T extends Note>(kind: KnowledgeKind): T[] =>
    notes.filter((note): note is T => note.kind === kind);
  return {
    concerns: of<Knowledge['concerns'][number]>('concern').sort(
      (a, b) => rank(a.id) - rank(b.id) || compare(a, b),
    ),
    parts: of<Knowledge['parts'][number]>('part').sort((a, b) => a.order - b.order || compare(a, b)),
    concepts: of<Knowledge['concepts'][number]>('concept').sort(compare),
    systems: of<Knowledge['systems'][number]>('system').sort(compare),
    weights,
    vocabularies: await loadVocabularies(sources, problems, before?.vocabularies),
    problems: problems.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line)),
  };
}

/** Names folders from which nothing is read, by their first file. */
async function reportUnread(source: FileSource, problems: KnowledgeProblem[]): Promise<void> {
  const known = [...Object.values(FOLDERS), VOCABULARY_FOLDER].map((path) => path.slice(ROOT.length + 1));
  for (const folder of await source.folders(ROOT).catch((): string[] => [])) {
    if (known.includes(folder)) continue;
    const path = `${ROOT}/${folder}`;
    const [first] = (await source.list(path)).filter((name) => name.endsWith('.md'));
    if (first === undefined) continue;
    const message = `Nothing is read from ${path}: knowledge lies in ${known.join(', ')}.${didYouMean(folder, known)}`;
    problems.push({ path: `${path}/${first}`, line: 1, message });
  }
}

async function loadFolder(
  source: FileSource,
  kind: KnowledgeKind,
  problems: KnowledgeProblem[],
): Promise<KnowledgeFile[]> {
  const folder = FOLDERS[kind];
  const names = await orProblem(source.list(folder), folder, problems);
  const files = (names ?? [])
    .filter((name) => name.endsWith('.md'))
    .map(async (name) => {
      const path = `${folder}/${name}`;
      const text = await orProblem(source.read(path), path, problems);
      if (text === undefined) return undefined;
      const file = readKnowledgeFile(kind, path, text);
      problems.push(...file.problems);
      return file;
    });
  return (await Promise.all(files)).filter((file) => file !== undefined);
}

/** The weights of the first source that has some: what was learned belongs to the built-in files. */
async function loadWeights(
  sources: readonly FileSource[],
  problems: KnowledgeProblem[],
): Promise<Weights | undefined> {
  const path = 'knowledge/weights.json';
  for (const source of sources) {
    const names = await source.list('knowledge').catch((): string[] => []);
    if (!names.includes('weights.json')) continue;
    const text = await orProblem(source.read(path), path, problems);
    if (text === undefined) continue;
    const weights = readWeights(text);
    if (typeof weights !== 'string') return weights;
    problems.push({ path, line: 1, message: weights });
  }
  return undefined;
}

async function orProblem<T>(
  promise: Promise<T>,
  path: string,
  problems: KnowledgeProblem[],
): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    problems.push({
      path,
      line: 1,
      message: `Cannot be read (${reason}); check that it exists and is UTF-8 text.`,
    });
    return undefined;
  }
}

/** The eleven built-in concerns come first, in their order. */
function rank(id: string): number {
  const index = (CONCERN_IDS as readonly string[]).indexOf(id);
  return index < 0 ? CONCERN_IDS.length : index;
}

function compare(a: Note, b: Note): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
