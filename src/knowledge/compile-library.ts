import { writeCompiled } from './compiled-library';
import { memoryFiles } from './file-source';
import { loadKnowledge } from './load';

/**
 * Reads and checks the files of `media` (`{ path: text }`) when the product is built, so that no start of it has to.
 * Throws when a file cannot be used.
 */
export async function compileLibrary(files: Readonly<Record<string, string>>): Promise<string> {
  const knowledge = await loadKnowledge([memoryFiles(files)]);
  const [problem] = knowledge.problems;
  if (problem) throw new Error(`${problem.path}:${String(problem.line)} ${problem.message}`);
  const templates = Object.entries(files).filter(([path]) => path.startsWith('templates/'));
  return writeCompiled({ knowledge, templates: Object.fromEntries(templates) });
}
