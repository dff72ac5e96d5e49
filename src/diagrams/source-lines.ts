/** Finds which line of a Mermaid source speaks of a node or an edge. All lines are 1-based, 0 is nowhere. */
export class SourceLines {
  private readonly lines: readonly string[];
  /** Lines on which equal edges were found: the next one stands below. */
  private readonly passed = new Map<string, number>();

  constructor(source: string) {
    this.lines = source
      .split(/\r\n?|\n/)
      .map((line) => (/^\s*(?:%%|style\b|classDef\b|linkStyle\b)/.test(line) ? '' : line));
  }

  /** The line that names or declares a node; else the first that mentions it. */
  ofNode(id: string): number {
    if (id === '') return 0;
    let mention = 0;
    for (let i = 0; i < this.lines.length; i++) {
      const line = this.lines[i] ?? '';
      const at = wordAt(line, id);
      if (at < 0) continue;
      if (mention === 0) mention = i + 1;
      const after = line.slice(at + id.length);
      const before = line.slice(0, at);
      if (/^\s*(?:[[({>@]|as\b)/.test(after) || DECLARES.test(before)) return i + 1;
    }
    return mention;
  }

  /** The line on which an edge stands; asked again for an equal one, the next such line. */
  ofEdge(from: string, to: string, label: string): number {
    const key = JSON.stringify([from, to, label]);
    const start = this.passed.get(key) ?? 0;
    const spoken = label.slice(0, 12);
    const wanted = [
      (line: string) => wordAt(line, from) >= 0 && wordAt(line, to) >= 0 && line.includes(spoken),
      (line: string) => wordAt(line, from) >= 0 && wordAt(line, to) >= 0,
      (line: string) => wordAt(line, to) >= 0,
    ];
    for (const fits of wanted) {
      const found = this.lines.findIndex((line, i) => i >= start && fits(line));
      if (found < 0) continue;
      this.passed.set(key, found + 1);
      return found + 1;
    }
    return this.passed.get(key) ?? 0;
  }

  /** The first line that has a label's words. */
  ofText(label: string): number {
    const wanted = label.replace(/\s+/g, '');
    if (wanted === '') return 0;
    return this.lines.findIndex((line) => line.replace(/<[^>]*>|\s+/g, '').includes(wanted)) + 1;
  }
}

const DECLARES =
  /(?:^|[\s{;])(?:participant|actor|class|state|subgraph|service|group|junction|block|section)\s+"?$|\w+\(\s*$/;

function wordAt(line: string, word: string): number {
  const isWord = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}_]/u.test(character);
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + 1)) {
    if (!isWord(line[at - 1]) && !isWord(line[at + word.length])) return at;
  }
  return -1;
}
