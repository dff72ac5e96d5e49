import { statementsWith } from '../document/by-piece';
import { placeOfWords } from '../document/locate';
import type { DesignDoc, Span } from '../document/types';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Reading } from '../knowledge/reading';
import { says } from '../knowledge/wording';
import { defineRule } from './define-rule';
import { isInAny, ownSections, stemsIn, stemsOfSections } from './interface-words';

export const unusedEntity = defineRule(
  {
    id: 'unused-entity',
    level: 'info',
    summary: 'Every entity of the data model is used somewhere in the design.',
  },
  ({ doc, reading, report }) => {
    const model = ownSections(reading, ['data-model']);
    const entities = model.length > 0 ? entitiesIn(reading, (section) => isInAny(doc, section, model)) : [];
    if (entities.length < 2) return;
    const used = stemsOfSections(doc, (section) => !isInAny(doc, section, model));
    const unused = entities.filter(({ name }) => !stemsIn(name).every(used));
    // Where the design uses none of them, it speaks another language than its model: that is one finding too many.
    if (unused.length * 2 > entities.length) return;
    for (const { name, at } of unused) {
      report({
        message: `“${name}” is in the data model and nowhere else: say who writes and reads it, or leave it out.`,
        at,
      });
    }
  },
);

interface Entity {
  readonly name: string;
  readonly at: Span;
}

/** Names in the first column of a table of entities, in bold at the start of an item, in an entity diagram and in SQL. */
function entitiesIn(reading: Reading, isIn: (section: number) => boolean): Entity[] {
  const { doc, knowledge } = reading;
  const told = entitiesTold(knowledge)(doc, isIn).map(({ statement, found: name }) => {
    return { name, at: placeOfWords(doc, statement, 0, name.length) };
  });
  const drawn = doc.diagrams.filter(({ section, source }) => isIn(section) && /^\s*erDiagram\b/.test(source));
  const made = doc.code.filter(({ section }) => isIn(section));
  const all = [
    ...told,
    ...drawn.flatMap(({ sourceStart, end }) => namesIn(doc, { start: sourceStart, end }, DRAWN)),
    ...made.flatMap((code) => namesIn(doc, code, MADE)),
  ];
  // Told and drawn, an entity is still one.
  const byStems = new Map(all.reverse().map((entity) => [stemsIn(entity.name).join(' '), entity]));
  return [...byStems.values()].reverse();
}

const entitiesTold = byKnowledge((knowledge) =>
  statementsWith(({ cell, kind, text, start }, piece) => {
    if (cell) {
      const column = cell.column === 0 && cell.row > 0 ? piece.tables[cell.table]?.rows[0]?.[0] : undefined;
      return column !== undefined && says(knowledge, 'entities', 'entity-column', column) ? text : undefined;
    }
    const isBold = kind === 'item' && piece.text.startsWith('**', start - 2);
    const name = isBold ? /^([\p{L}\p{N} _-]{2,30}):/u.exec(text)?.[1] : undefined;
    return name !== undefined && says(knowledge, 'entities', 'label', name) ? undefined : name;
  }),
);

const DRAWN = /^[ \t]*([\p{L}_][\p{L}\p{N}_-]{0,60})[ \t]*\{/gmu;

const MADE =
  /\bcreate table (?:if not exists )?(?:["`[]?\w{1,60}["`\]]?\.)?["`[]?([\p{L}_][\p{L}\p{N}_]{0,60})/giu;

/** The entities whose names a pattern finds in a stretch of the doc. */
function namesIn(doc: DesignDoc, { start: from, end }: Span, pattern: RegExp): Entity[] {
  return [...doc.text.slice(from, end).matchAll(pattern)].map((match) => {
    const [whole, name = ''] = match;
    const start = from + match.index + whole.lastIndexOf(name);
    return { name, at: { start, end: start + name.length } };
  });
}
