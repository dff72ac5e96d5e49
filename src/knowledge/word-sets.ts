/** Tells in which of many sets a word is, by a bit for each set: asked a hundred times for each word of a doc. */
export class WordSets {
  private readonly bits: Int32Array;
  /** Where a word's bits begin, by its number; 0, a row without bits, for words in no set. */
  private readonly rows: Int32Array;

  /** Sets are known by their index. */
  constructor(sets: readonly ReadonlySet<number>[]) {
    const words = new Set(sets.flatMap((set) => [...set]));
    const width = (sets.length + 31) >> 5;
    this.bits = new Int32Array((words.size + 1) * width);
    this.rows = new Int32Array([...words].reduce((most, word) => Math.max(most, word), 0) + 1);
    let row = 0;
    for (const word of words) this.rows[word] = row += width;
    sets.forEach((set, i) => {
      for (const word of set) {
        const at = (this.rows[word] as number) + (i >> 5);
        this.bits[at] = (this.bits[at] as number) | (1 << (i & 31));
      }
    });
  }

  /** What `hasEither` takes for a word, whatever its number. */
  rowOf(word: number): number {
    return word >= 0 && word < this.rows.length ? (this.rows[word] as number) : 0;
  }

  /** Whether a set has one of two words. */
  hasEither(row: number, other: number, set: number): boolean {
    const at = set >> 5;
    return ((((this.bits[row + at] as number) | (this.bits[other + at] as number)) >> (set & 31)) & 1) === 1;
  }
}
