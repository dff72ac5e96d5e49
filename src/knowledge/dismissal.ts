import type { Statement } from '../document/types';
import { compileSignal, tokensOf } from './signal';
import type { Term } from './stems';
import { SignalMatcher } from './signal-matcher';

const BARE = /^(?:no|none|n\/a|not applicable|nothing|nil|unknown|same as above|see above|yes|-+)[.!]?$/i;

/** Whether a statement is a bare "No", "None" or "N/A". */
export function answersBarely(text: string): boolean {
  return BARE.test(text.trim());
}

/** How an author says with a reason that something does not matter; grammar, not knowledge of any subject. */
const DISMISSAL = new SignalMatcher(
  [
    'no|none|not|nothing|never … because|since|as|due|given & !however',
    'not applicable|relevant|needed|required|affected|concerned … because|since|as|due|given|only',
    'no|not|minimal|negligible impact|effect|change|concern|issue … because|since|as|due|given',
    'does|do|will|is|are not|never … affect|matter|apply|change|concern … because|since|as|due|given',
    'unaffected|unchanged|irrelevant … because|since|as|due|given',
    'because|since|as … no|not|only|never … no|not',
  ].map(compileSignal),
);

/** Whether a statement says with a reason that something does not matter here. */
export function dismisses(tokens: readonly Term[]): boolean {
  return tokens.length >= 5 && DISMISSAL.match(tokens).length > 0;
}

const IMPERATIVE =
  /^(?:describe|explain|list|state|summari[sz]e|add|what|how|why|who|when|where|which|if|provide|give|include|this section|use this|tell|name|note|are|is|does|do|will|should|can)\b/i;

/** How templates address the author, which docs do not do to their readers. */
const TO_THE_AUTHOR =
  /^(?:this (?:section|is where)\b.*\b(?:should|must|to|where|is for|can)\b|in this section,? (?:please )?(?:describe|explain|list|provide)|please (?:describe|explain|list|provide|fill|add)|(?:describe|explain) (?:the|how|any|what|why|in)\b|list (?:any|all|the)\b.*(?:you|your|here)|why should this .*\bnot\b.*\?|what other approaches did you consider)/i;

/** A box to tick: sign-off lists of templates, and tasks. */
const BOX = /^\[[ xX]\]\s/;

/** A template's advice: `_Describe what could fail._` in italics, words to the author, a box to tick that only names. */
export function isInstruction({ kind, text, start, end }: Statement, source: string): boolean {
  if (TO_THE_AUTHOR.test(text)) return true;
  if (kind === 'item' && BOX.test(source.slice(Math.max(0, start - 4), start) + text)) return isSignOff(text);
  const mark = source[start - 1];
  if (mark !== '_' && mark !== '*') return false;
  return source[start - 2] !== mark && source[end] === mark && (IMPERATIVE.test(text) || text.endsWith('?'));
}

/** A line of a table of contents: nothing but a link to a heading of the same doc. */
export function isContentsLine({ kind, start, end }: Statement, source: string): boolean {
  return kind === 'item' && source[start - 1] === '[' && source.startsWith('](#', end);
}

/** What the sign-off lists of proposal templates ask for; a task of the authors' own says something. */
const SIGN_OFF = new SignalMatcher(
  [
    'enhancement|design|test|graduation|documentation|docs|kep|user|production … issue|implementable|details|plan|criteria|created|documented|updated|readiness',
    'user facing documentation',
    'test plan … place|clearly|defined|requirements',
    'graduation criteria',
    'sign|signed off',
    'approvers|reviewers|sig|leads … approved|input|giving',
    'review completed|approved',
    'implementation history',
    'supporting documentation',
  ].map(compileSignal),
);

function isSignOff(text: string): boolean {
  return SIGN_OFF.match(tokensOf(text)).length > 0;
}
