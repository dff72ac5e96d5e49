import { frontMatterValue, readFrontMatter } from '../document/front-matter';
import { readOutline, type OutlineSection } from './outline';

/** What a new doc starts from. */
export interface Template {
  /** The file's name without `.md`; the value of `template:` in the docs made from it. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Place in a list, ascending; templates without a number come last. */
  readonly order: number;
  /** Front matter that the new doc takes over as it is. */
  readonly frontMatter: Readonly<Record<string, unknown>>;
  readonly sections: readonly OutlineSection[];
}

/** A file that cannot serve as a template, and why, for whoever wrote it. */
export interface BrokenTemplate {
  readonly id: string;
  readonly reason: TemplateProblem;
  /** The value, key or parser's message that the reason is about. */
  readonly about: string;
}

export type TemplateProblem =
  | 'unreadable'
  | 'no-front-matter'
  | 'front-matter-unreadable'
  | 'no-name'
  | 'description-not-text'
  | 'order-not-a-number'
  | 'no-title-heading'
  | 'unknown-part';

/** Keys that describe the template itself. */
const OF_TEMPLATE = ['name', 'description', 'order'];

/**
 * Reads a template. `knownParts` are the ids that its `<!-- parts: … -->` comments may name; any when left out.
 */
export function parseTemplate(
  id: string,
  source: string,
  knownParts?: readonly string[],
): Template | BrokenTemplate {
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const frontMatter = readFrontMatter(text);
  if (!frontMatter) return { id, reason: 'no-front-matter', about: '' };
  const error = frontMatter.errors[0];
  if (error) return { id, reason: 'front-matter-unreadable', about: error.message };
  const name = frontMatterValue(frontMatter, 'name');
  if (typeof name !== 'string' || name.trim() === '') return { id, reason: 'no-name', about: '' };
  const description = frontMatterValue(frontMatter, 'description') ?? '';
  if (typeof description !== 'string') return { id, reason: 'description-not-text', about: '' };
  const order = frontMatterValue(frontMatter, 'order') ?? Infinity;
  if (typeof order !== 'number') return { id, reason: 'order-not-a-number', about: '' };
  const sections = readOutline(text.slice(frontMatter.end));
  if (!sections.some((section) => section.depth === 1)) return { id, reason: 'no-title-heading', about: '' };
  const unknown = sections
    .flatMap(({ parts }) => parts)
    .find((part) => part !== '*' && knownParts?.includes(part) === false);
  if (unknown !== undefined) return { id, reason: 'unknown-part', about: unknown };
  const others = frontMatter.entries.filter(({ key }) => !OF_TEMPLATE.includes(key));
  return {
    id,
    name: name.trim(),
    description: description.trim(),
    order,
    frontMatter: Object.fromEntries(others.map(({ key, value }) => [key, value])),
    sections,
  };
}
