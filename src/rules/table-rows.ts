import { byDoc } from '../document/by-doc';
import type { DesignDoc, Statement } from '../document/types';

/** A row below a table's header; empty cells are left out. */
export interface Row {
  readonly header: readonly string[];
  readonly cells: readonly Statement[];
  /** Index into `DesignDoc.tables`. */
  readonly table: number;
  readonly section: number;
}

/** All rows of all tables, headers left out, in the doc's order. */
export const rowsOf: (doc: DesignDoc) => readonly Row[] = byDoc(readRows);

function readRows(doc: DesignDoc): readonly Row[] {
  const rows: (Row & { cells: Statement[]; row: number })[] = [];
  for (const statement of doc.statements) {
    const { cell, section } = statement;
    if (!cell || cell.row === 0) continue;
    const last = rows[rows.length - 1];
    if (last?.table === cell.table && last.row === cell.row) last.cells.push(statement);
    else
      rows.push({
        header: doc.tables[cell.table]?.rows[0] ?? [],
        cells: [statement],
        table: cell.table,
        section,
        row: cell.row,
      });
  }
  return rows;
}
