/** Shows on a terminal how far a long run has come; anywhere else, and for few files, nothing. */
export class Progress {
  private readonly shown: boolean;
  private last = 0;

  constructor(private readonly total: number) {
    this.shown = process.stderr.isTTY && total > 1;
  }

  /** Says that a file is being linted; `done` others are finished. Drawn at most ten times a second. */
  at(done: number, path: string): void {
    const now = Date.now();
    if (!this.shown || now - this.last < 100) return;
    this.last = now;
    const line = `${String(done)}/${String(this.total)} ${path}`;
    process.stderr.write(`\r\u001b[K${line.slice(0, process.stderr.columns - 1)}`);
  }

  /** Takes the line away, so that what follows starts on an empty one. */
  clear(): void {
    if (this.shown && this.last > 0) process.stderr.write('\r\u001b[K');
    this.last = 0;
  }
}
