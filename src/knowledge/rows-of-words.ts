import type { Term } from './stems';

const NOT_ASKED = -2;

/** What a name stands for, looked up once for each word: a word is asked for far more often than it is new. */
export class RowsOfWords {
  private byNumber = new Int32Array(4096).fill(NOT_ASKED);

  constructor(private readonly byName: ReadonlyMap<string, number>) {}

  /** Row of a word's stem, or -1. */
  ofWord({ number, stem }: Term): number {
    if (number < 0) return this.ofName(stem);
    if (number >= this.byNumber.length) this.grow(number);
    let row = this.byNumber[number] as number;
    if (row === NOT_ASKED) this.byNumber[number] = row = this.ofName(stem);
    return row;
  }

  /** Row of any name, or -1. */
  ofName(name: string): number {
    return this.byName.get(name) ?? -1;
  }

  private grow(number: number): void {
    const grown = new Int32Array(2 * number).fill(NOT_ASKED);
    grown.set(this.byNumber);
    this.byNumber = grown;
  }
}

/** Says of each row whether it is met for the first time since the last `begin`. */
export class Once {
  private readonly met: Int32Array;
  private round = 0;

  constructor(rows: number) {
    this.met = new Int32Array(rows);
  }

  begin(): void {
    this.round++;
  }

  isNew(row: number): boolean {
    if (this.met[row] === this.round) return false;
    this.met[row] = this.round;
    return true;
  }
}
