/** The notes that were opened, as in a browser: going somewhere new forgets what was ahead. */
export class NoteHistory {
  private readonly ids: string[] = [];
  private at = -1;

  get isEmpty(): boolean {
    return this.at < 0;
  }

  get isFirst(): boolean {
    return this.at <= 0;
  }

  get canGoBack(): boolean {
    return this.at > 0;
  }

  get canGoForward(): boolean {
    return this.at < this.ids.length - 1;
  }

  /** Adds a note, unless it is the one that is open. */
  visit(id: string): void {
    if (this.ids[this.at] === id) return;
    this.at++;
    this.ids.splice(this.at, this.ids.length, id);
  }

  /** The note before; undefined at the first one. */
  back(): string | undefined {
    if (!this.canGoBack) return undefined;
    this.at--;
    return this.ids[this.at];
  }

  /** The note one had gone back from; undefined at the last one. */
  forward(): string | undefined {
    if (!this.canGoForward) return undefined;
    this.at++;
    return this.ids[this.at];
  }
}
