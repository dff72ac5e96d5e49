import picomatch from 'picomatch/posix';
import { frontMatterValue } from '../document/front-matter';
import type { FrontMatter } from '../document/types';

/**
 * Which files are design docs by their place. Patterns are matched without case against paths with `/`; one that begins
 * with `!` takes out again what the others of its list match.
 */
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
 * The patterns that hold where a configuration file lies: what it includes takes the place of the default, what it
 * excludes is excluded besides the default. Of what it does not speak, `otherwise` holds.
 *
 * @param folder the way down to the folder that the file's patterns are relative to, with `/`; empty for none
 */
export function configuredPatterns(
  folder: string,
  { include, exclude }: { readonly [key in keyof FilePatterns]?: FilePatterns[key] | undefined },
  otherwise: FilePatterns = DEFAULT_PATTERNS,
): FilePatterns {
  return {
    include: include ? patternsBelow(folder, include) : otherwise.include,
    exclude: exclude ? [...DEFAULT_PATTERNS.exclude, ...patternsBelow(folder, exclude)] : otherwise.exclude,
  };
}

function patternsBelow(folder: string, patterns: readonly string[]): string[] {
  if (folder === '') return [...patterns];
  const literal = folder.replace(/[\\()[\]{}!*?+@|]/g, '\\$&');
  return patterns.map((pattern) => {
    const negation = isNegation(pattern) ? '!' : '';
    return `${negation}${literal}/${pattern.slice(negation.length).replace(/^\.?\//, '')}`;
  });
}

/** Whether a pattern takes out what it matches; `!(a|b)` is a pattern for names. */
export function isNegation(pattern: string): boolean {
  return pattern.startsWith('!') && !pattern.startsWith('!(');
}

const matchers = new WeakMap<readonly string[], (path: string) => boolean>();

function matcher(patterns: readonly string[]): (path: string) => boolean {
  let matches = matchers.get(patterns);
  if (!matches) {
    const ignore = patterns.filter(isNegation).map((pattern) => pattern.slice(1));
    const wanted = patterns.filter((pattern) => !isNegation(pattern));
    matches = picomatch(wanted, { nocase: true, dot: true, ignore });
    matchers.set(patterns, matches);
  }
  return matches;
}
