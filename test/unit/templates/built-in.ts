import { readFileSync, readdirSync } from 'node:fs';
import { parseTemplate, type Template } from '../../../src/templates/parse-template';

/** The ids of docs' parts, in their order, as docs/architecture.md lists them. */
export const PARTS = (
  /^The parts, in order: (.*)\.$/m.exec(readFileSync('docs/architecture.md', 'utf8'))?.[1] ?? ''
)
  .split(', ')
  .map((id) => id.replaceAll('`', ''));

/** The templates as they are shipped, by id. */
export const TEMPLATES: ReadonlyMap<string, Template> = new Map(
  readdirSync('media/templates').map((name) => {
    const template = parseTemplate(
      name.replace(/\.md$/, ''),
      readFileSync(`media/templates/${name}`, 'utf8'),
      PARTS,
    );
    if ('reason' in template) throw new Error(`${name}: ${template.reason} ${template.about}`);
    return [template.id, template];
  }),
);
