import { readKnowledgeFile } from '../knowledge/knowledge-file';
import type { Concept } from '../knowledge/types';
import { blockMarkdown, buildingBlocks } from './building-blocks';
import { toSnippet } from './snippet';

/** One entry of a `.code-snippets` file. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * The snippets made from concept notes (id and whole text), by title. The build writes them to
 * `snippets/building-blocks.code-snippets`. Throws when a note cannot be used.
 */
export function buildingBlockSnippets(
  notes: readonly { readonly id: string; readonly text: string }[],
): Record<string, Snippet> {
  const concepts = notes.map(({ id, text }) => {
    const path = `knowledge/concepts/${id}.md`;
    const { note, problems } = readKnowledgeFile('concept', path, text);
    if (note?.kind === 'concept') return note as Concept;
    throw new Error(
      problems.map(({ line, message }) => `media/${path}:${String(line)} ${message}`).join('\n'),
    );
  });
  return Object.fromEntries(
    buildingBlocks(concepts).map((block) => [
      block.title,
      {
        prefix: `dd-${block.id}`,
        description: block.summary,
        body: toSnippet(blockMarkdown(block, 3)).split('\n'),
      },
    ]),
  );
}
