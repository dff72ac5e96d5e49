import { placeholdersIn } from '../document/placeholders';
import type { Piece, Statement } from '../document/types';
import { compiledItems, type CompiledItems, type Hit } from './items';
import { tokensOf } from './signal';
import type { Knowledge } from './types';

/** What one statement says to the reading. */
export interface StatementFacts {
  /** Whether it can answer anything: no heading, no quotation, no prompt still to be filled in. */
  readonly speaks: boolean;
  /** A bare "No", "None" or "N/A": an answer without a reason. */
  readonly bare: boolean;
  readonly words: number;
  readonly hits: readonly Hit[];
}

/** What a piece says, whatever stands around it. */
export interface PieceFacts {
  readonly statements: readonly StatementFacts[];
  /** For each of the piece's sections: indexes of the items its heading speaks of. */
  readonly headings: readonly (readonly number[])[];
}

const kept = new WeakMap<Knowledge, WeakMap<Piece, PieceFacts>>();

/** The facts of a piece; computed once per piece and knowledge, so that an edit costs only the pieces it changed. */
export function pieceFacts(piece: Piece, knowledge: Knowledge): PieceFacts {
  let facts = kept.get(knowledge);
  if (!facts) kept.set(knowledge, (facts = new WeakMap()));
  const known = facts.get(piece);
  if (known) return known;
  const items = compiledItems(knowledge);
  const made = {
    statements: piece.statements.map((statement) => statementFacts(statement, piece, items)),
    headings: piece.sections.map(({ title }) => (title === '' ? [] : items.matchHeading(tokensOf(title)))),
  };
  facts.set(piece, made);
  return made;
}

function statementFacts(statement: Statement, piece: Piece, items: CompiledItems): StatementFacts {
  const speaks =
    statement.kind !== 'heading' &&
    !statement.quoted &&
    placeholdersIn(statement.text).length === 0 &&
    !isInstruction(statement, piece.text);
  const tokens = tokensOf(statement.text);
  return { speaks, bare: isBare(statement.text), words: tokens.length, hits: items.match(tokens) };
}

const BARE = /^(?:no|none|n\/a|not applicable|nothing|nil|unknown|same as above|see above|yes|-+)[.!]?$/i;

function isBare(text: string): boolean {
  return BARE.test(text.trim());
}

const IMPERATIVE = /^(?:describe|explain|list|state|summari[sz]e|add|what|how|why|who|when|where|which|if|provide|give|include|this section|use this|tell|name|note|are|is|does|do|will|should|can)\b/i;

/** A template's advice in italics: `_Describe what could fail._` */
function isInstruction({ text, start, end }: Statement, source: string): boolean {
  const mark = source[start - 1];
  if (mark !== '_' && mark !== '*') return false;
  return source[start - 2] !== mark && source[end] === mark && (IMPERATIVE.test(text) || text.endsWith('?'));
}
