import { byPiece } from '../document/by-piece';
import type { DesignDoc, Piece, Statement } from '../document/types';

/** A row below a table's header; empty cells are left out. */
export interface Row {
  readonly header: readonly string[];
  /** At least one. */
  readonly cells: readonly Statement[];
  readonly section: number;
}

/**
 * Makes of a test one that finds all rows of all tables that pass it, headers left out, in the doc's order. A row is
 * tested once however often its doc is edited, and as its piece knows it.
 */
export function rowsThat(test: (row: Row) => boolean): (doc: DesignDoc) => readonly Row[] {
  const passing = byPiece((piece) => rowsIn(piece).filter(test));
  return ({ pieces, statements }) =>
    pieces.flatMap(({ piece, firstStatement }) =>
      passing(piece).map(({ header, first, cells: { length } }) => {
        const cells = statements.slice(firstStatement + first, firstStatement + first + length);
        return { header, cells, section: cells[0]?.section ?? 0 };
      }),
    );
}

interface PieceRow extends Row {
  /** Index of the first cell in the piece's statements; the others follow it. */
  readonly first: number;
}

const rowsIn = byPiece(({ statements, tables }: Piece): readonly PieceRow[] => {
  const rows: (PieceRow & { cells: Statement[]; table: number; row: number })[] = [];
  statements.forEach((statement, first) => {
    const { cell, section } = statement;
    if (!cell || cell.row === 0) return;
    const { table, row } = cell;
    const last = rows[rows.length - 1];
    if (last?.table === table && last.row === row) last.cells.push(statement);
    else rows.push({ header: tables[table]?.rows[0] ?? [], cells: [statement], section, first, table, row });
  });
  return rows;
});
