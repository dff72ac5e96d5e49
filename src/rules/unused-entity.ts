import { placeOfWords } from '../document/locate';
import type { DesignDoc, Span } from '../document/types';
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
    const unused = entities.filter(({ name }) => !stemsIn(name).every((stem) => used.has(stem)));
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

/** Names in the first column of a table of entities, in bold at the start of an item, and in an entity diagram. */
function entitiesIn(reading: Reading, isIn: (section: number) => boolean): Entity[] {
  const { doc, knowledge } = reading;
  const isEntities = doc.tables.map(({ rows }) =>
    says(knowledge, 'entities', 'entity-column', rows[0]?.[0] ?? ''),
  );
  const told: Entity[] = [];
  for (const statement of doc.statements) {
    const { cell, kind, section, text, start } = statement;
    if (!isIn(section)) continue;
    if (cell?.column === 0 && cell.row > 0 && isEntities[cell.table]) {
      told.push({ name: text, at: statement });
      continue;
    }
    const bold =
      kind === 'item' && doc.text.startsWith('**', start - 2)
        ? /^([\p{L}\p{N} _-]{2,30}):/u.exec(text)?.[1]
        : undefined;
    if (bold !== undefined) told.push({ name: bold, at: placeOfWords(doc, statement, 0, bold.length) });
  }
  const drawn = doc.diagrams.filter(({ section, source }) => isIn(section) && /^\s*erDiagram\b/.test(source));
  return [...told, ...drawn.flatMap((diagram) => entitiesDrawn(doc, diagram))];
}

function entitiesDrawn(doc: DesignDoc, { sourceStart, end }: { sourceStart: number; end: number }): Entity[] {
  const text = doc.text.slice(sourceStart, end);
  return [...text.matchAll(/^[ \t]*([\p{L}_][\p{L}\p{N}_-]{0,60})[ \t]*\{/gmu)].map((match) => {
    const [whole, name = ''] = match;
    const start = sourceStart + match.index + whole.indexOf(name);
    return { name, at: { start, end: start + name.length } };
  });
}
