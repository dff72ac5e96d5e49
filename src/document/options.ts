import { isPlaceholder } from './placeholders';
import type { DesignDoc, Statement } from './types';

/**
 * For each section of a doc, by its index, the options it lists: subsections by their headings, else items or rows by
 * their first cells, whichever are more.
 */
export function optionsOf(doc: DesignDoc): readonly (readonly Statement[])[] {
  const none = (): Statement[][] => doc.sections.map(() => []);
  const [below, items, rows] = [none(), none(), none()];
  for (const statement of doc.statements) {
    const { kind, section, cell } = statement;
    if (isPlaceholder(statement)) continue;
    if (kind === 'heading') below[doc.sections[section]?.parent ?? -1]?.push(statement);
    if (kind === 'item') items[section]?.push(statement);
    if (cell?.column === 0 && cell.row > 0) rows[section]?.push(statement);
  }
  return below.map((subsections, i) => {
    if (subsections.length > 0) return subsections;
    const [listed = [], tabled = []] = [items[i], rows[i]];
    return tabled.length > listed.length ? tabled : listed;
  });
}

/** For each section of a doc, by its index, whether it or what belongs to it says anything below its heading. */
export function sayingSections(doc: DesignDoc): boolean[] {
  const says = doc.sections.map(() => false);
  for (const statement of doc.statements) {
    if (statement.kind === 'heading' || isPlaceholder(statement)) continue;
    for (let at = statement.section; at >= 0 && !says[at]; at = doc.sections[at]?.parent ?? -1)
      says[at] = true;
  }
  return says;
}
