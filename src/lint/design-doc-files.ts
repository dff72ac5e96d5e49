import picomatch from 'picomatch/posix';
import { frontMatterValue } from '../document/front-matter';
import type { FrontMatter } from '../document/types';

/** Which files are design docs by their place. Patterns are matched without case against paths with `/`. */
export interface FilePatterns {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** A README or an index beside the docs, and a template to copy, are no design docs. */
export const DEFAULT_PATTERNS: FilePatterns = {
  include: [
    '**/{design,designs,design-docs,rfc,rfcs,adr,adrs,decisions,proposals,keps}/**/*.md',
    '**/*.design.md',
    '**/DESIGN.md',
  ],
  exclude: ['**/{README,index,CHANGELOG,CONTRIBUTING}.md', '**/*template*.md', '**/node_modules/**'],
};

/**
 * Whether a Markdown file is a design doc. What its front matter says goes before where it lies: `type: design-doc`,
 * or a `template:` that is one of `templates` (ids).
 *
 * @param path relative to its workspace folder, with `/`; undefined for a file that has none yet
 */
export function isDesignDocFile(
  path: string | undefined,
  frontMatter: FrontMatter | undefined,
  templates: ReadonlySet<string>,
  patterns: FilePatterns = DEFAULT_PATTERNS,
): boolean {
  const type = frontMatterValue(frontMatter, 'type');
  if (typeof type === 'string') return type === 'design-doc';
  const template = frontMatterValue(frontMatter, 'template');
  if (typeof template === 'string' && templates.has(template)) return true;
  return path !== undefined && matcher(patterns.include)(path) && !matcher(patterns.exclude)(path);
}

/**
 * Patterns that are relative to a folder, as patterns relative to one above it.
 *
 * @param folder the way down to the folder, with `/`; empty when it is the same
 */
export function patternsBelow(folder: string, patterns: readonly string[]): string[] {
  if (folder === '') return [...patterns];
  const literal = folder.replace(/[\\()[\]{}!*?+@|]/g, '\\$&');
  return patterns.map((pattern) => `${literal}/${pattern.replace(/^\.?\//, '')}`);
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

function matcher(patterns: readonly string[]): (path: string) => boolean {
  let matches = matchers.get(patterns);
  if (!matches) {
    matches = picomatch([...patterns], { nocase: true, dot: true });
    matchers.set(patterns, matches);
  }
  return matches;
}
