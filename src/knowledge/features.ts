import { placeholdersIn } from '../document/placeholders';
import type { Piece, Statement } from '../document/types';
import { answersBarely, dismisses, isContentsLine, isInstruction } from './dismissal';
import type { CompiledItems, Hit } from './items';
import { tokensOf } from './signal';
import type { Term } from './stems';

/** What can be said of a statement without looking beyond its piece; what weights are learned for. */
export interface StatementFeatures {
  /** Whether it can answer anything: no heading, no quotation, no prompt still to be filled in. */
  readonly speaks: boolean;
  /** A bare "No", "None" or "N/A": an answer without a reason. */
  readonly bare: boolean;
  /** Says with a reason that something does not matter here. */
  readonly dismisses: boolean;
  readonly words: number;
  readonly hits: readonly Hit[];
  /** What it says, in order; empty where it does not speak. */
  readonly tokens: readonly Term[];
  /** Names of features that only tell statements apart: kind and length. */
  readonly forms: readonly string[];
}

/** Reads one statement of a piece. Time is linear in its length. */
export function statementFeatures(
  statement: Statement,
  piece: Piece,
  items: CompiledItems,
): StatementFeatures {
  const tokens = tokensOf(statement.text);
  const hits = items.match(tokens);
  const bare = answersBarely(statement.text);
  const speaks =
    statement.kind !== 'heading' &&
    !statement.quoted &&
    placeholdersIn(statement.text).length === 0 &&
    !isInstruction(statement, piece.text) &&
    !isContentsLine(statement, piece.text);
  const words = tokens.length;
  return {
    speaks,
    bare,
    dismisses: speaks && dismisses(tokens),
    words,
    hits,
    tokens: speaks ? tokens : NOTHING,
    forms: speaks ? formsOf(statement, words, bare) : NOTHING,
  };
}

const NOTHING: readonly never[] = [];

/** The second and third signal of a tier count as more of the same; further ones say nothing new. */
const MOST_OF_A_TIER = 3;

/**
 * Visits what a speaking statement says: its words, and the names of its signals and of how many there are of each
 * tier. A word may come more than once and counts once.
 */
export function eachFeature(
  { speaks, tokens, hits }: StatementFeatures,
  onWord: (term: Term) => void,
  onName: (name: string) => void,
): void {
  if (!speaks) return;
  for (const term of tokens) onWord(term);
  // Hits stand in the order of their items, and an item's answers before its mentions.
  let count = 0;
  hits.forEach(({ name, tier }, i) => {
    onName(name);
    count = hits[i - 1]?.tier === tier ? count + 1 : 1;
    if (count <= MOST_OF_A_TIER) onName(count === 1 ? tier : `${tier}${count}`);
  });
}

/**
 * Names of what a statement says, each once.
 *
 * @public weights are learned for them, in tools/learn
 */
export function featureNames(statement: StatementFeatures): string[] {
  const names = new Set<string>();
  const add = (name: string) => names.add(name);
  eachFeature(statement, ({ stem }) => add(stem), add);
  return [...names];
}

function formsOf(statement: Statement, words: number, bare: boolean): string[] {
  const forms = [`.${statement.kind}`, `.length${Math.min(5, Math.floor(words / 6))}`];
  if (statement.text.endsWith('?')) forms.push('.question');
  if (bare) forms.push('.bare');
  return forms;
}

/** What a heading says: the items it speaks of, ascending, and names of its words for the count of the doc's words. */
export function headingFeatures(title: string, items: CompiledItems): HeadingFeatures {
  const tokens = tokensOf(title);
  const matched = items.matchHeading(tokens);
  const names = [...tokens.map(({ stem }) => `^${stem}`), ...matched.map((item) => headingName(item, items))];
  return { items: matched, names: [...new Set(names)] };
}

export interface HeadingFeatures {
  readonly items: readonly number[];
  readonly names: readonly string[];
}

/** The feature of all statements somewhere below a heading that speaks of an item. */
export function headingName(item: number, items: CompiledItems): string {
  return `^@${items.keys[item] ?? ''}`;
}
