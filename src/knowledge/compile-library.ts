import { writeCompiled } from './compiled-library';
import { memoryFiles } from './file-source';
import { LINT_KINDS, loadKnowledge } from './load';
import type { Note } from './types';

/**
 * What a linter run needs of the library (`{ path: text }`), read and checked when the product is built, so that no run
 * has to. Throws when a file cannot be used.
 */
export async function compileLibrary(files: Readonly<Record<string, string>>): Promise<string> {
  const source = memoryFiles(files);
  const knowledge = await loadKnowledge([source], LINT_KINDS);
  const [problem] = knowledge.problems;
  if (problem) throw new Error(`${problem.path}:${String(problem.line)} ${problem.message}`);
  const { concerns, parts, systems } = knowledge;
  return writeCompiled({
    knowledge: {
      ...knowledge,
      concerns: concerns.map(withoutBody),
      parts: parts.map(withoutBody),
      systems: systems.map(withoutBody),
    },
    templates: await source.list('templates'),
  });
}

/** The body is for people, and no linter reads it. */
function withoutBody<T extends Note>(note: T): T {
  return { ...note, body: '' };
}
