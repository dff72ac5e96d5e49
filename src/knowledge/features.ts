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
  /** Names of features: word stems, hits per item, signals, each once. */
  readonly names: readonly string[];
  /** Names of features that only tell statements apart: kind and length. */
  readonly forms: readonly string[];
  /** All stems in order; two in a row are a feature as well, named `${first} ${second}` and counted once. */
  readonly stems: readonly string[];
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
  const facts = { speaks, bare, dismisses: speaks && dismisses(tokens), words: tokens.length, hits };
  if (!speaks) return { ...facts, names: [], forms: [], stems: [] };
  const stems = tokens.map(({ stem }) => stem);
  return { ...facts, names: namesOf(tokens, hits), forms: formsOf(statement, tokens.length, bare), stems };
}

function namesOf(tokens: readonly Term[], hits: readonly Hit[]): string[] {
  const names = new Set<string>();
  for (const { stem } of tokens) names.add(stem);
  for (const { name, tier } of hits) {
    names.add(name);
    // The second and third signal of an item count as more of the same.
    if (!names.has(tier)) names.add(tier);
    else if (!names.has(`${tier}2`)) names.add(`${tier}2`);
    else names.add(`${tier}3`);
  }
  return [...names];
}

function formsOf(statement: Statement, words: number, bare: boolean): string[] {
  const forms: string[] = [];
  forms.push(`.${statement.kind}`, `.length${Math.min(5, Math.floor(words / 6))}`);
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

/** How often a piece's speaking statements and its headings with something below them say a thing, by feature name. */
export function wordCounts(
  piece: Piece,
  statements: readonly StatementFeatures[],
  headings: readonly HeadingFeatures[],
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { names } of statements) {
    for (const name of names) add(name);
  }
  headings.forEach(({ names }, i) => {
    if ((piece.sections[i]?.blocks ?? 0) > 0) names.forEach(add);
  });
  return counts;
}
