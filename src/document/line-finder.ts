/** Finds the lines of a text that may hold what splitting looks for. Asked for places in rising order only. */
export class LineFinder {
  private readonly hasReturns: boolean;
  private readonly hashes: Finder;
  private readonly hashesAfterReturn: Finder;
  private readonly angles: Finder;
  private readonly backticks: Finder;
  private readonly tildes: Finder;
  private readonly listMark = /^ {0,3}(?:[-*+]|\d{1,9}[.)])(?=\s|$)/gm;
  private lastListMark = -1;
  private nextListMark = -1;

  constructor(private readonly text: string) {
    this.hasReturns = text.includes('\r');
    this.hashes = new Finder(text, '\n#');
    this.hashesAfterReturn = new Finder(text, '\r#');
    this.angles = new Finder(text, '<');
    this.backticks = new Finder(text, '```');
    this.tildes = new Finder(text, '~~~');
  }

  /** Start of the first line, from the one at `start` on, that begins with `#`, or has a `<` or a fence's mark. */
  nextThatMatters(start: number): number {
    if (this.text[start] === '#') return start;
    const hash = Math.min(this.hashes.from(start), this.hashesAfterReturn.from(start)) + 1;
    return this.startOf(Math.min(hash, this.angles.from(start), this.mark(start)), start);
  }

  /** Start of the first line, from the one at `start` on, that has a fence's mark. */
  nextWithMark(start: number): number {
    return this.startOf(this.mark(start), start);
  }

  /** Offset just after a line's ending, or the text's length. Lines end with LF, CRLF or a lone CR. */
  endOf(start: number): number {
    if (!this.hasReturns) return this.text.indexOf('\n', start) + 1 || this.text.length;
    for (let i = start; i < this.text.length; i++) {
      const code = this.text.charCodeAt(i);
      if (code === 10) return i + 1;
      if (code === 13) return this.text.charCodeAt(i + 1) === 10 ? i + 2 : i + 1;
    }
    return this.text.length;
  }

  /** Whether a line from the one at `from` on, and before the one at `start`, begins like a list item. */
  hasListItem(from: number, start: number): boolean {
    while (this.nextListMark < start) {
      this.lastListMark = this.nextListMark;
      this.nextListMark = this.listMark.exec(this.text)?.index ?? Infinity;
    }
    return this.lastListMark >= from;
  }

  /** Whether nothing stands on the line before the one at `start`. */
  isAfterBlank(start: number): boolean {
    let ends = 0;
    for (let i = start - 1; i >= 0; i--) {
      const code = this.text.charCodeAt(i);
      if (code === 10 || (code === 13 && this.text.charCodeAt(i + 1) !== 10)) {
        if (++ends === 2) return true;
      } else if (code !== 32 && code !== 9 && code !== 13) return false;
    }
    return true;
  }

  private mark(start: number): number {
    return Math.min(this.backticks.from(start), this.tildes.from(start));
  }

  /** Start of the line that a place is in; `from` is the start of a line before it. The text's length for no place. */
  private startOf(place: number, from: number): number {
    if (place >= this.text.length) return this.text.length;
    let start = place;
    while (start > from && this.text.charCodeAt(start - 1) !== 10 && !this.isAfterReturn(start)) start--;
    return start;
  }

  private isAfterReturn(at: number): boolean {
    return this.hasReturns && this.text.charCodeAt(at - 1) === 13;
  }
}

class Finder {
  private found = -1;

  constructor(
    private readonly text: string,
    private readonly wanted: string,
  ) {}

  /** The first place from `start` on; infinite where there is none. */
  from(start: number): number {
    if (this.found >= start) return this.found;
    const at = this.text.indexOf(this.wanted, start);
    this.found = at < 0 ? Infinity : at;
    return this.found;
  }
}
