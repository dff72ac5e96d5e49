import { frontMatterValue } from '../document/front-matter';
import { parseDesignDoc } from '../document/parse';
import type { Concept } from '../knowledge/types';

/**
 * A plain Markdown file as a note: its first heading is the title (else its front matter's, else its name), what
 * stands above and below is the text.
 * @param path relative to the workspace folder, with `/`
 */
export function plainNote(path: string, text: string): Concept {
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
  const doc = parseDesignDoc(text);
  const first = doc.sections[1];
  const declared = frontMatterValue(doc.frontMatter, 'title');
  const title = first?.title.trim() || (typeof declared === 'string' && declared.trim()) || id;
  const body = first ? text.slice(0, first.heading.start) + text.slice(first.heading.end) : text;
  return {
    kind: 'concept',
    group: 'practice',
    id,
    path,
    title,
    summary: path,
    aliases: [],
    related: [],
    body: body.slice(doc.frontMatter?.end ?? 0).trim(),
  };
}

/**
 * A folder below a workspace folder as its names; undefined for anything that is no relative path or that could leave
 * the workspace folder. An empty list is the workspace folder itself.
 */
export function namesOfFolder(path: unknown): string[] | undefined {
  if (typeof path !== 'string' || path === '' || /^[/\\]|[\\:\0]/.test(path)) return undefined;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.includes('..') ? undefined : names;
}

/** Adds plain notes to the others. One whose name another note has is known by its path instead. */
export function withPlainNotes(taken: ReadonlySet<string>, plain: readonly Concept[]): Concept[] {
  const ids = new Set(taken);
  return plain.map((note) => {
    const id = ids.has(note.id) ? note.path : note.id;
    ids.add(id);
    return { ...note, id };
  });
}
