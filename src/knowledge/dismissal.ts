import type { Statement } from '../document/types';
import { SignalMatcher, compileSignal, type Token } from './signal';

const BARE = /^(?:no|none|n\/a|not applicable|nothing|nil|unknown|same as above|see above|yes|-+)[.!]?$/i;

/** Whether a statement is a bare "No", "None" or "N/A". */
export function answersBarely(text: string): boolean {
  return BARE.test(text.trim());
}

/** How an author says with a reason that something does not matter; grammar, not knowledge of any subject. */
const DISMISSAL = new SignalMatcher(
  [
    'no|none|not|nothing|never … because|since|as|due & !however',
    'not applicable|relevant|needed|required|affected|concerned … because|since|as|due|only',
    'no|not|minimal|negligible impact|effect|change|concern|issue … because|since|as|due',
    'does|do|will|is|are not|never … affect|matter|apply|change|concern … because|since|as|due',
    'unaffected|unchanged|irrelevant … because|since|as|due',
    'because|since|as … no|not|only|never … no|not',
  ].map(compileSignal),
);

/** Whether a statement says with a reason that something does not matter here. */
export function dismisses(tokens: readonly Token[]): boolean {
  return tokens.length >= 5 && DISMISSAL.match(tokens).length > 0;
}

const IMPERATIVE =
  /^(?:describe|explain|list|state|summari[sz]e|add|what|how|why|who|when|where|which|if|provide|give|include|this section|use this|tell|name|note|are|is|does|do|will|should|can)\b/i;

/** A template's advice in italics: `_Describe what could fail._` */
export function isInstruction({ text, start, end }: Statement, source: string): boolean {
  const mark = source[start - 1];
  if (mark !== '_' && mark !== '*') return false;
  return source[start - 2] !== mark && source[end] === mark && (IMPERATIVE.test(text) || text.endsWith('?'));
}
