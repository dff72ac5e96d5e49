import { explainError } from './explain-error';

/** Why a diagram cannot be drawn, and where. */
export interface DiagramProblem {
  /** 1-based line in the diagram's source. */
  readonly line: number;
  /** 1-based column in that line, in UTF-16 units. */
  readonly column: number;
  /** For a person: what is wrong and, where it is known, what to write instead. No full stop is missing. */
  readonly message: string;
}

const REMEMBERED = 200;
const known = new Map<string, Promise<readonly DiagramProblem[]>>();

/**
 * Says what is wrong with a Mermaid text; an empty list when Mermaid 11 can read it, and also when reading it fails
 * for a reason of our own: a diagram is never blamed without cause. Mermaid is loaded on the first call.
 */
export function checkDiagram(source: string): Promise<readonly DiagramProblem[]> {
  let problems = known.get(source);
  // Asked for again means still in use: move it to the end of what will be forgotten.
  if (problems) known.delete(source);
  else problems = check(source);
  known.set(source, problems);
  if (known.size > REMEMBERED) known.delete(known.keys().next().value ?? source);
  return problems;
}

async function check(source: string): Promise<readonly DiagramProblem[]> {
  const { parseMermaid } = await import('./mermaid-grammar');
  try {
    await parseMermaid(source);
    return [];
  } catch (error) {
    const problem = explainError(source, error);
    return problem ? [problem] : [];
  }
}
