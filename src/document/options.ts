import { isPlaceholder } from './placeholders';
import type { DesignDoc } from './types';

/** For each section of a doc, by its index, the number of options it lists: subsections, else items, else rows. */
export function optionCounts(doc: DesignDoc): number[] {
  const count = (): number[] => doc.sections.map(() => 0);
  const [below, items, rows] = [count(), count(), count()];
  const add = (to: number[], section: number): void => {
    to[section] = (to[section] ?? 0) + 1;
  };
  for (const { parent } of doc.sections) if (parent >= 0) add(below, parent);
  for (const statement of doc.statements) {
    if (isPlaceholder(statement)) continue;
    if (statement.kind === 'item') add(items, statement.section);
    if (statement.cell?.column === 0 && statement.cell.row > 0) add(rows, statement.section);
  }
  return below.map((subsections, i) => subsections || Math.max(items[i] ?? 0, rows[i] ?? 0));
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
