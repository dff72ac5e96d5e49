import { onceForEach } from './once-for-each';
import { placeStatement } from './place-statement';
import type { DesignDoc, Piece, Statement } from './types';

/** Makes of a reading that depends on nothing but a piece one that is done once for each: an edit changes few of them. */
export function byPiece<T>(read: (piece: Piece) => T): (piece: Piece) => T {
  return onceForEach(read);
}

/** A statement at its place, and what a reading found in it. */
export interface Found<T = true> {
  readonly statement: Statement;
  /** Its index in `DesignDoc.statements`. */
  readonly index: number;
  readonly found: T;
}

/**
 * Makes of a reading of single statements one that gives, in order, all of a doc's statements in which it finds
 * something. A statement is read once however often its doc is edited, and as its piece knows it: offsets, `section`
 * and `cell.table` count from the piece's start. Where `isIn` is given, only sections that it takes are read.
 */
export function statementsWith<T>(
  read: (statement: Statement, piece: Piece) => T | undefined,
): (doc: DesignDoc, isIn?: (section: number) => boolean) => readonly Found<T>[] {
  const readPiece = byPiece((piece) =>
    piece.statements.flatMap((statement, i) => {
      const found = read(statement, piece);
      return found === undefined ? [] : [{ i, found }];
    }),
  );
  return ({ pieces }, isIn) => {
    const all: Found<T>[] = [];
    for (const [nth, placed] of pieces.entries()) {
      const { piece, firstStatement, firstSection } = placed;
      // The first section of a later piece is empty.
      const isAsked = (_: unknown, i: number): boolean =>
        (i > 0 || nth === 0) && isIn?.(firstSection + i) === true;
      if (isIn && !piece.sections.some(isAsked)) continue;
      for (const { i, found } of readPiece(piece)) {
        const statement = piece.statements[i] as Statement;
        if (isIn?.(firstSection + statement.section) === false) continue;
        all.push({ statement: placeStatement(statement, placed), index: firstStatement + i, found });
      }
    }
    return all;
  };
}

/** The same for a test: the statements that pass it. */
export function statementsThat(
  test: (statement: Statement) => boolean,
): (doc: DesignDoc, isIn?: (section: number) => boolean) => readonly Found[] {
  return statementsWith((statement) => test(statement) || undefined);
}

/** The same, to know only whether any statement of a doc passes. */
export function anyStatementThat(test: (statement: Statement) => boolean): (doc: DesignDoc) => boolean {
  const isInPiece = byPiece(({ statements }) => statements.some(test));
  return ({ pieces }) => pieces.some(({ piece }) => isInPiece(piece));
}
