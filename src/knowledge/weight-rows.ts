/** Rows of weights, one after the other: most features say something of a few items only. */
export interface Rows {
  /** Where each row begins in `columns` and `values`, and last where all of them end. */
  readonly starts: Int32Array;
  /** Indexes of items. */
  readonly columns: Int32Array;
  readonly values: Float32Array;
}

/**
 * Takes over rows as `Weights` holds them.
 *
 * @param itemOf the index of the item that a number in a row stands for; -1 for one that is not there
 */
export function rowsOf(rows: Iterable<readonly number[]>, itemOf: readonly number[]): Rows {
  const starts = [0];
  const columns: number[] = [];
  const values: number[] = [];
  for (const row of rows) {
    for (let i = 0; i + 1 < row.length; i += 2) {
      const item = itemOf[row[i] as number] ?? -1;
      if (item < 0) continue;
      columns.push(item);
      values.push((row[i + 1] as number) / 100);
    }
    starts.push(columns.length);
  }
  return {
    starts: Int32Array.from(starts),
    columns: Int32Array.from(columns),
    values: Float32Array.from(values),
  };
}

/** Adds a row to the scores of all items that begin at `start`. */
export function addRow(
  scores: Float32Array,
  start: number,
  { starts, columns, values }: Rows,
  row: number,
  times = 1,
): void {
  const end = starts[row + 1] as number;
  for (let i = starts[row] as number; i < end; i++) {
    const at = start + (columns[i] as number);
    scores[at] = (scores[at] as number) + (values[i] as number) * times;
  }
}
