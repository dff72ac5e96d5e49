import type { Root } from 'mdast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** What may stand in a note. Pictures are left out: the page loads nothing from elsewhere. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source'].includes(name)),
  protocols: { href: ['http', 'https'] },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => linkNotes)
  .use(remarkRehype)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/**
 * Renders a note's Markdown as HTML that is safe to show. Raw HTML is dropped; a link to another note becomes
 * `#note:ID`; any other link that is neither http nor https loses its address.
 */
export function renderNote(markdown: string): string {
  return String(processor.processSync(markdown));
}

function linkNotes(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') node.url = noteAddress(node.url) ?? node.url;
    else if (node.type === 'image' && node.alt) Object.assign(node, { type: 'text', value: node.alt });
  });
}

function noteAddress(url: string): string | undefined {
  const [, id] = /^(?![a-z][a-z\d+.-]*:|\/\/)(?:[^?#]*\/)?([^/?#]+)\.md(?:#.*)?$/i.exec(url) ?? [];
  return id === undefined ? undefined : `#note:${id}`;
}
