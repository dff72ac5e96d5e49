/** A text under change that knows where each of its characters came from. */
export class TracedText {
  private constructor(
    readonly text: string,
    private readonly origins: readonly number[],
    private readonly length: number,
  ) {}

  static of(text: string): TracedText {
    return new TracedText(
      text,
      Array.from({ length: text.length }, (_, at) => at),
      text.length,
    );
  }

  /**
   * Replaces what a pattern matches, as `String.replace` does. A replacement of the same length keeps its places,
   * any other stands for the whole match.
   */
  replace(pattern: RegExp, by: (match: string) => string): TracedText {
    let text = '';
    const origins: number[] = [];
    let last = 0;
    const keep = (to: number): void => {
      text += this.text.slice(last, to);
      for (let i = last; i < to; i++) origins.push(this.originOf(i));
    };
    this.text.replace(pattern, (match: string, ...rest: unknown[]) => {
      const at = rest.find((it) => typeof it === 'number') as number;
      keep(at);
      const replacement = by(match);
      text += replacement;
      for (let i = 0; i < replacement.length; i++) {
        origins.push(this.originOf(at + Math.min(i, Math.max(0, match.length - 1))));
      }
      last = at + match.length;
      return '';
    });
    keep(this.text.length);
    return new TracedText(text, origins, this.length);
  }

  /** Offset in the first text of an offset in this one; past the end, the first text's length. */
  originOf(offset: number): number {
    return this.origins[offset] ?? this.length;
  }
}
