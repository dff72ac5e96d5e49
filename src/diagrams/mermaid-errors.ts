/** What jison's parsers put into an error. All of it may be missing or made up. */
export interface JisonHash {
  readonly text?: string;
  readonly token?: unknown;
  readonly line?: unknown;
  readonly expected?: unknown;
  /** Place of the last token that was understood; lines 1-based, columns 0-based. */
  readonly loc?: { readonly last_line: number; readonly last_column: number };
}

/** An error of Langium's parsers; offsets are 0-based and NaN at the end of the text. */
export interface LangiumResult {
  readonly lexerErrors: readonly { readonly offset: number; readonly length: number }[];
  readonly parserErrors: readonly {
    readonly message: string;
    readonly token: { readonly image: string; readonly startOffset: number };
    readonly previousToken?: { readonly endOffset?: number };
  }[];
}

/** Mermaid's errors by where they come from. Anything else is a failure of the program and not of the diagram. */
export type MermaidError =
  | { readonly from: 'unknown-kind' }
  | { readonly from: 'yaml'; readonly reason: string; readonly line: number; readonly column: number }
  | { readonly from: 'langium'; readonly result: LangiumResult }
  | { readonly from: 'jison'; readonly message: string; readonly hash: JisonHash }
  | { readonly from: 'meaning'; readonly message: string };

/** Recognises an error that Mermaid throws on purpose; undefined for all others. */
export function recognise(error: unknown): MermaidError | undefined {
  if (!(error instanceof Error)) return undefined;
  const it = error as Error & { hash?: unknown; result?: unknown; mark?: unknown; reason?: unknown };
  if (it.name === 'UnknownDiagramError') return { from: 'unknown-kind' };
  if (it.name === 'YAMLException') {
    const mark = (isObject(it.mark) ? it.mark : {}) as { line?: number; column?: number };
    return { from: 'yaml', reason: String(it.reason), line: mark.line ?? 0, column: mark.column ?? 0 };
  }
  if (isObject(it.result) && 'parserErrors' in it.result) {
    return { from: 'langium', result: it.result as unknown as LangiumResult };
  }
  if (isObject(it.hash)) return { from: 'jison', message: it.message, hash: readHash(it.hash) };
  return it.name === 'Error' ? { from: 'meaning', message: it.message } : undefined;
}

/** Most hashes are jison's own; those that Mermaid's databases make up lack parts of it. */
function readHash(hash: object): JisonHash {
  const text = 'text' in hash && typeof hash.text === 'string' ? hash.text : '';
  return { ...hash, text };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
