import { readFileSync, readdirSync } from 'node:fs';
import { memoryFiles } from '../../../src/knowledge/file-source';
import { loadKnowledge } from '../../../src/knowledge/load';
import type { Knowledge } from '../../../src/knowledge/types';

/** The files below `media/knowledge`, by their path in `media`. */
export const KNOWLEDGE_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  (readdirSync('media/knowledge', { recursive: true }) as string[])
    .map((path) => `knowledge/${path.replaceAll('\\', '/')}`)
    .filter((path) => /\.(?:md|json)$/.test(path))
    .map((path) => [path, readFileSync(`media/${path}`, 'utf8')]),
);

/** The knowledge as it is shipped. */
export const KNOWLEDGE: Knowledge = await loadKnowledge([memoryFiles(KNOWLEDGE_FILES)]);
