import { placeholdersIn } from '../document/placeholders';
import type { Piece, Statement } from '../document/types';
import { answersBarely, dismisses, isInstruction } from './dismissal';
import type { CompiledItems, Hit } from './items';
import { tokensOf, type Token } from './signal';

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
  /** Names of features: word stems, pairs of them, hits per item, kind and length. A name may occur twice. */
  readonly names: readonly string[];
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
    !isInstruction(statement, piece.text);
  const names = speaks ? featureNames(statement, tokens, hits, bare, items) : [];
  return { speaks, bare, dismisses: speaks && dismisses(tokens), words: tokens.length, hits, names };
}

function featureNames(
  statement: Statement,
  tokens: readonly Token[],
  hits: readonly Hit[],
  bare: boolean,
  items: CompiledItems,
): string[] {
  const names = new Set<string>();
  tokens.forEach(({ stem }, i) => {
    names.add(stem);
    const next = tokens[i + 1];
    if (next) names.add(`${stem} ${next.stem}`);
  });
  const counts = new Map<string, number>();
  for (const hit of hits) {
    names.add(hit.name);
    const name = hitName(hit, items);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    if (count <= 3) names.add(count === 1 ? name : `${name}${count}`);
  }
  names.add(`.${statement.kind}`);
  names.add(`.length${Math.min(5, Math.floor(tokens.length / 6))}`);
  if (statement.text.endsWith('?')) names.add('.question');
  if (bare) names.add('.bare');
  return [...names];
}

/** `@c/latency+` for an answer's signal, `@c/latency~` for a mention. */
function hitName(hit: Hit, items: CompiledItems): string {
  return `@${items.keys[hit.item] ?? ''}${hit.mention ? '~' : '+'}`;
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
    for (const name of names) if (!name.includes(' ') && !name.startsWith('.')) add(name);
  }
  headings.forEach(({ names }, i) => {
    if ((piece.sections[i]?.blocks ?? 0) > 0) names.forEach(add);
  });
  return counts;
}
