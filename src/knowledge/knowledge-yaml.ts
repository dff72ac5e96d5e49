import { LineCounter, isAlias, isMap, isScalar, parseDocument, visit, type Document, type Node } from 'yaml';
import type * as z from 'zod';

/** A mistake in a file. The line is 1-based. */
export interface Mistake {
  readonly line: number;
  readonly message: string;
}

/** A knowledge file, its front matter not yet checked. */
export interface KnowledgeText {
  readonly frontMatter: unknown;
  /** What stands below the front matter. */
  readonly body: string;
  /** The line of the value at a path, or of the deepest on the way that exists. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

type Path = readonly PropertyKey[];

/** Takes a knowledge file apart: its front matter as a map and its body, or what keeps it from being read. */
export function readKnowledgeText(text: string): KnowledgeText | Mistake {
  const front = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$(?:\r?\n)?/m.exec(text);
  if (front?.index !== 0)
    return { line: 1, message: 'Begin the file with front matter: a line `---`, the keys, a line `---`.' };
  const lines = new LineCounter();
  const yaml = parseDocument(front[1] ?? '', { lineCounter: lines, prettyErrors: false, schema: 'core' });
  // The block starts on the file's second line.
  const lineAt = (offset: number): number => lines.linePos(offset).line + 1;
  const invalid = (offset: number, reason: string): Mistake => ({
    line: lineAt(offset),
    message: `The front matter is no valid YAML: ${reason}`,
  });
  const broken = yaml.errors[0];
  if (broken) return invalid(broken.pos[0], broken.message);
  if (!isMap(yaml.contents)) return { line: 2, message: 'The front matter must be `key: value` lines.' };
  try {
    const frontMatter: unknown = yaml.toJS();
    const body = text.slice(front[0].length).trim();
    return { frontMatter, body, lineOf: (path) => lineAt(offsetOf(yaml, path)) + lineWithin(yaml, path) };
  } catch (error) {
    // An alias of nothing, or of too much.
    return invalid(aliasOffset(yaml), error instanceof Error ? error.message : String(error));
  }
}

/** What a schema finds wrong, each at its line. */
export function mistakesOf(
  error: z.ZodError,
  { lineOf }: Pick<KnowledgeText, 'lineOf'>,
  above: Path = [],
): Mistake[] {
  return error.issues.map((issue) => {
    const path = [...above, ...issue.path];
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return { line: lineOf([...path, ...unknown]), message: wording(issue, path.map(String).join('.')) };
  });
}

function offsetOf(yaml: Document, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = yaml.getIn(path.slice(0, length), true) as Node | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** How many lines below its beginning a signal stands in a text that has one on each line. */
function lineWithin(yaml: Document, path: Path): number {
  const index = path.at(-1);
  const node = yaml.getIn(path.slice(0, -1), true);
  if (typeof index !== 'number' || !isScalar(node) || node.type !== 'BLOCK_LITERAL') return 0;
  const filled = String(node.value)
    .split('\n')
    .flatMap((line, i) => (line.trim() === '' ? [] : [i]));
  return (filled[index] ?? -1) + 1;
}

/** Where the first alias stands that has nothing to stand for; else the first of all. */
function aliasOffset(yaml: Document): number {
  const aliases: { offset: number; isEmpty: boolean }[] = [];
  visit(yaml, (_key, node) => {
    if (isAlias(node)) aliases.push({ offset: node.range?.[0] ?? 0, isEmpty: !node.resolve(yaml) });
  });
  return (aliases.find(({ isEmpty }) => isEmpty) ?? aliases[0])?.offset ?? 0;
}

function wording(issue: z.core.$ZodIssue, key: string): string {
  if (issue.code === 'unrecognized_keys') {
    return `Unknown key ${issue.keys.map((name) => `\`${name}\``).join(', ')}; take it out or correct its spelling.`;
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `Add the key \`${key}\` (${issue.expected}).`;
  return key === '' ? `${issue.message}.` : `Correct \`${key}\`: ${issue.message}.`;
}
