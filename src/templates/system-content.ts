import type { Part, System } from '../knowledge/types';
import { noteSection, type OutlineSection } from './outline';
import { mapOutsideFences } from './prompts';

/** Which section of a system's note speaks for which part of a doc about such a system. */
const NOTE_SECTIONS: Readonly<Record<string, string>> = {
  'functional-requirements': 'Functional requirements',
  capacity: 'Capacity',
  'data-model': 'Entities',
  api: 'API',
  architecture: 'Architecture',
  'detailed-design': 'Flow',
  tradeoffs: 'Trade-offs',
};

/** The note lists what all systems of the kind may choose; what this one has chosen only its author knows. */
const CHOSEN_BY_AUTHOR = new Set(['tradeoffs']);

/**
 * The template's sections with what is known about the system. Where a section is a part that the system's note
 * speaks of, the note's text takes the place of the template's, or stands above it where the template asks for more;
 * each checklist stub stands at the end of its part's section, in the template's `*` section when the part has none,
 * and else in a last section of its own.
 */
export function withSystem(
  sections: readonly OutlineSection[],
  system: System,
  parts: readonly Part[],
): readonly OutlineSection[] {
  const partsOf = (section: OutlineSection): readonly string[] => {
    if (section.parts.length > 0) return section.parts;
    const title = section.title.toLowerCase();
    return parts.filter((part) => part.heading.toLowerCase() === title).map((part) => part.id);
  };
  const placed = sections.map((section) => ({ section, parts: partsOf(section), stubs: [] as string[] }));
  const left: string[] = [];
  for (const { part, stub } of system.checklist) {
    const place = placed.find((it) => it.parts.includes(part)) ?? placed.find((it) => it.parts.includes('*'));
    (place?.stubs ?? left).push(stub);
  }
  const filled = placed.map(({ section, parts: ids, stubs }) => {
    const known = ids.map((id) => contentFor(id, section.depth, system)).filter((text) => text !== undefined);
    // What the template asks beyond that is still to be answered.
    const isAll = ids.every((id) => id === '*' || (id in NOTE_SECTIONS && !CHOSEN_BY_AUTHOR.has(id)));
    const body = joined(known.length > 0 && isAll ? known : [...known, section.body]);
    return { ...section, body: withItems(body, stubs) };
  });
  if (left.length === 0) return filled;
  const title = `Checklist: ${system.title}`;
  return [...filled, { heading: `## ${title}`, title, depth: 2, parts: [], body: withItems('', left) }];
}

function contentFor(part: string, depth: number, system: System): string | undefined {
  const title = NOTE_SECTIONS[part];
  const text = title === undefined ? undefined : noteSection(system.body, title);
  if (text === undefined) return undefined;
  return mapOutsideFences(text, (prose) =>
    withoutNoteLinks(prose).replace(/^#+(?= )/gm, (mark) => '#'.repeat(Math.min(6, mark.length + depth - 2))),
  );
}

/** Links from note to note lead nowhere from a doc: their words stay. */
export function withoutNoteLinks(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\((?![a-z]+:)[^)\s]*\.md(?:#[^)\s]*)?\)/g, '$1');
}

/** Adds stubs as list items below a body, going on with its list if it ends with one. */
function withItems(body: string, stubs: readonly string[]): string {
  const items = stubs.map((stub) =>
    /^[-*+] |^\d+[.)] /.test(stub) ? stub : `- ${stub.replace(/\n(?=.)/g, '\n  ')}`,
  );
  return joined([body, items.join('\n')]);
}

/** Blocks below one another; a list goes on with the list in front of it. */
function joined(blocks: readonly string[]): string {
  return blocks
    .filter((block) => block !== '')
    .reduce((text, block) => {
      const isOneList = block.startsWith('- ') && /(?:^|\n)- [^\n]*(?:\n {2,}[^\n]*)*$/.test(text);
      return `${text}${text === '' ? '' : isOneList ? '\n' : '\n\n'}${block}`;
    }, '');
}
