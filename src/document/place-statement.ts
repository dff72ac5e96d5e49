import type { PlacedPiece, Statement } from './types';

/** A piece's statement as the doc has it. Written out: copying by name is far slower, and a doc has thousands. */
export function placeStatement(statement: Statement, at: PlacedPiece): Statement {
  const { kind, quoted, text, start, end, section, cell } = statement;
  const placed = {
    kind,
    quoted,
    text,
    start: start + at.offset,
    end: end + at.offset,
    section: section + at.firstSection,
  };
  if (!cell) return placed;
  return { ...placed, cell: { table: cell.table + at.firstTable, row: cell.row, column: cell.column } };
}

/** The statement with an index in the doc; undefined for one that is not there. Costs little, and places no others. */
export function statementAt(pieces: readonly PlacedPiece[], index: number): Statement | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as PlacedPiece).firstStatement <= index) low = middle;
    else high = middle - 1;
  }
  const placed = pieces[low];
  const statement = placed?.piece.statements[index - placed.firstStatement];
  return placed && statement && placeStatement(statement, placed);
}
