import { TracedText } from './traced-text';

const FRONT_MATTER = /^([^\S\n\r]*)-{3}\s*[\n\r](.*?)[\n\r]\1-{3}\s*[\n\r]+/s;
const DIRECTIVE = /%{2}{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!}%{2}).|\r?\n)*))?\s*(?:}%{2})?/gi;
const COMMENT = /^\s*%%(?!{)[^\n]+\n?/gm;
const STYLE_WITH_COLOUR = /(?:style|classDef).*:\S*#.*;/g;
const ENTITY = /#\w+;/g;

/**
 * Changes a text as Mermaid does before its grammar sees it, keeping track of places, so that the places in
 * Mermaid's errors can be told in terms of what a person wrote. The steps and patterns are those of Mermaid 11.
 */
export function asMermaidReads(source: string): TracedText {
  const remove = (): string => '';
  const text = TracedText.of(source)
    .replace(/\r\n?/g, () => '\n')
    .replace(FRONT_MATTER, remove)
    .replace(DIRECTIVE, remove)
    .replace(COMMENT, remove)
    .replace(/^\s+/, remove)
    .replace(STYLE_WITH_COLOUR, (match) => match.slice(0, -1))
    .replace(ENTITY, (match) => (/^#\+?\d+;$/.test(match) ? `___${match}_` : `__${match}`));
  // Only flowcharts fold the blank lines behind a closing brace.
  return /^(?:graph|flowchart|swimlane)/.test(text.text) ? text.replace(/}\s*\n/g, () => '}\n') : text;
}
