import { stringify } from 'yaml';
import type { Part, System } from '../knowledge/types';
import { writeOutline } from './outline';
import type { Template } from './parse-template';
import { fillPrompts } from './prompts';
import { withSystem } from './system-content';

/** What is known about a new doc when it is made. */
export interface DocDetails {
  readonly title: string;
  /** The day it is made, `YYYY-MM-DD`. */
  readonly date: string;
  /** Names; empty when nobody knows them. */
  readonly authors: readonly string[];
  /** More front matter, after the usual keys. */
  readonly frontMatter?: Readonly<Record<string, unknown>>;
}

/** A new doc in two pieces: the editor inserts the second with tab stops. */
export interface NewDoc {
  /** The YAML block with its marks, ending in an empty line. */
  readonly frontMatter: string;
  /** Markdown whose prompts still stand in braces. */
  readonly body: string;
}

/**
 * Makes a doc from a template. With a system, the doc has that system's outline and its checklist as prompts, put
 * where `parts`, the parts that docs are made of, say.
 */
export function fillTemplate(
  template: Template,
  details: DocDetails,
  system: System | undefined,
  parts: readonly Part[],
): NewDoc {
  const values = new Map([
    ['title', details.title],
    ['date', details.date],
  ]);
  if (details.authors.length > 0) values.set('authors', details.authors.join(', '));
  const sections = template.sections.map((section) => ({
    ...section,
    heading: fillPrompts(section.heading, values),
    body: fillPrompts(section.body, values),
  }));
  const { status = 'draft', ...others } = template.frontMatter;
  const frontMatter = {
    title: details.title,
    status,
    date: details.date,
    authors: details.authors,
    template: template.id,
    ...(system ? { system: system.id } : {}),
    ...others,
    ...details.frontMatter,
  };
  return {
    frontMatter: `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n`,
    body: writeOutline(system ? withSystem(sections, system, parts) : sections),
  };
}
