import { byPiece } from '../document/by-piece';
import { placeStatement } from '../document/place-statement';
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
export function rowsThat(test: (row: Row, piece: Piece) => boolean): (doc: DesignDoc) => readonly Row[] {
  const passing = byPiece((piece) => rowsIn(piece).filter((row) => test(row, piece)));
  return ({ pieces }) =>
    pieces.flatMap((placed) =>
      passing(placed.piece).map(({ header, cells, section }) => ({
        header,
        cells: cells.map((cell) => placeStatement(cell, placed)),
        section: placed.firstSection + section,
      })),
    );
}

const rowsIn = byPiece(({ statements, tables }: Piece): readonly Row[] => {
  const rows: (Row & { cells: Statement[]; table: number; row: number })[] = [];
  statements.forEach((statement) => {
    const { cell, section } = statement;
    if (!cell || cell.row === 0) return;
    const { table, row } = cell;
    const last = rows[rows.length - 1];
    if (last?.table === table && last.row === row) last.cells.push(statement);
    else rows.push({ header: tables[table]?.rows[0] ?? [], cells: [statement], section, table, row });
  });
  return rows;
});
