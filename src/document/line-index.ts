import type { Point } from 'unist';

/** Finds line and column of an offset in a text. Lines end with LF, CRLF or a lone CR, as in CommonMark. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(text: string) {
    if (!text.includes('\r')) {
      for (let i = text.indexOf('\n') + 1; i > 0; i = text.indexOf('\n', i) + 1) this.starts.push(i);
      return;
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
    }
  }

  /** Number of lines, at least 1. */
  get lines(): number {
    return this.starts.length;
  }

  /** 1-based line and column of a 0-based UTF-16 offset. */
  pointAt(offset: number): Point & { offset: number } {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.start(low) + 1, offset };
  }

  /** Offset at which a 1-based line starts; clamped to the text's lines. */
  lineStart(line: number): number {
    return this.start(Math.min(Math.max(line, 1), this.starts.length) - 1);
  }

  private start(index: number): number {
    return this.starts[index] ?? 0;
  }
}
