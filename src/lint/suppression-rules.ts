import { VERBS } from '../document/linter-comments';
import type { DesignDoc, Span } from '../document/types';
import { rulePage, type RuleMeta } from '../rules/define-rule';
import type { Finding, Fix } from '../rules/finding';
import { byText } from '../document/by-text';
import { onceForEach } from '../document/once-for-each';
import { closest, didYouMean } from '../knowledge/closest';
import { levelOf, type LintConfig } from './config';
import { VERB_LIST, isVerb, type Suppressed, type SuppressedId, type Suppression } from './suppressions';

const UNKNOWN: RuleMeta = {
  id: 'unknown-suppression',
  level: 'info',
  summary: 'Every suppression comment names a rule that there is.',
};

const UNUSED: RuleMeta = {
  id: 'unused-suppression',
  level: 'info',
  summary: 'Every suppression comment suppresses something.',
};

/** What the linter says about suppression comments; they run after all other rules and cannot be suppressed. */
export const SUPPRESSION_RULES: readonly RuleMeta[] = [UNKNOWN, UNUSED];

/** What is to be known for judging suppression comments. */
export interface SuppressionContext {
  readonly doc: DesignDoc;
  readonly config: LintConfig;
  /** Ids of all rules, also of those that did not run. */
  readonly known: ReadonlySet<string>;
  /** Ids of the rules that ran: what a rule that is off would have found, nobody knows. */
  readonly ran: ReadonlySet<string>;
  /** Ids, with their subjects, of what was found but is not spoken of: by its level, or in a doc of this form. */
  readonly unspoken: ReadonlySet<string>;
}

/** Findings about the comments themselves: what they name and whether they are of use. */
export function suppressionFindings(
  used: Suppressed<Finding>['used'],
  context: SuppressionContext,
): Finding[] {
  /** Rules that comments above disable; `''` for all, or for what is misspelt and may be meant for any. */
  const disabled = new Set<string>();
  return [...used].flatMap(([suppression, usedIds]) => {
    const found = [
      ...unknown(suppression, context),
      ...unused(suppression, usedIds, context),
      ...endless(suppression, disabled, context),
    ];
    const { verb, ids } = suppression;
    if (!isVerb(verb) || (verb === 'disable' && ids.length === 0)) disabled.add('');
    else if (verb === 'disable')
      for (const { id } of ids) disabled.add(context.known.has(ruleOf(id)) ? ruleOf(id) : '');
    return found;
  });
}

function unknown(suppression: Suppression, context: SuppressionContext): Finding[] {
  if (!isVerb(suppression.verb)) {
    const said = suppression.verb === '' ? 'Say' : `“${suppression.verb}” does nothing: say`;
    const message = `${said} ${VERB_LIST} after design-docs.${didYouMean(suppression.verb, VERBS)}`;
    return finding(UNKNOWN, context, suppression, message, []);
  }
  const named = new Set(suppression.ids.map(({ id }) => id));
  const wrong = suppression.ids.filter(({ id }) => !context.known.has(ruleOf(id)));
  return wrong.flatMap((id) => {
    const { meant, hint } = nearestTo(context.known)(ruleOf(id.id));
    const message = `There is no rule “${ruleOf(id.id)}”.${hint}`;
    // Where no rule is near, only the author knows what was meant.
    if (meant === undefined) return finding(UNKNOWN, context, id, message, []);
    const text = meant + id.id.slice(ruleOf(id.id).length);
    const fix = named.has(text)
      ? removal(context.doc, suppression, id)
      : { title: `Write “${text}”`, edits: [{ start: id.start, end: id.end, text }] };
    return finding(UNKNOWN, context, id, message, [fix]);
  });
}

/** A comment may name the same one a thousand times. */
const nearestTo = onceForEach((known: ReadonlySet<string>) =>
  byText((rule) => ({ meant: closest(rule, known), hint: didYouMean(rule, known) })),
);

function unused(suppression: Suppression, used: ReadonlySet<string>, context: SuppressionContext): Finding[] {
  if (suppression.verb !== 'disable' && suppression.verb !== 'ignore') return [];
  const where = suppression.verb === 'ignore' ? 'in the next block' : 'below';
  if (suppression.ids.length === 0) {
    if (used.size > 0) return [];
    const fixes = [tidying(removal(context.doc, suppression, undefined))];
    return finding(UNUSED, context, suppression, `Nothing is found ${where}: take this comment out.`, fixes);
  }
  const { ran, unspoken } = context;
  const idle = suppression.ids.filter(({ id }) => ran.has(ruleOf(id)) && !unspoken.has(id) && !used.has(id));
  return idle.flatMap((id) => {
    const message = `${id.id} finds nothing ${where}: take it out.`;
    return finding(UNUSED, context, id, message, [tidying(removal(context.doc, suppression, id))]);
  });
}

/** An `enable` that ends no `disable` above it. */
function endless(
  suppression: Suppression,
  disabled: ReadonlySet<string>,
  context: SuppressionContext,
): Finding[] {
  if (suppression.verb !== 'enable' || disabled.has('')) return [];
  if (suppression.ids.length === 0) {
    if (disabled.size > 0) return [];
    const fixes = [tidying(removal(context.doc, suppression, undefined))];
    return finding(UNUSED, context, suppression, 'Nothing is disabled above: take this comment out.', fixes);
  }
  const idle = suppression.ids.filter(({ id }) => context.known.has(ruleOf(id)) && !disabled.has(ruleOf(id)));
  return idle.flatMap((id) => {
    const message = `${id.id} is not disabled above: take it out.`;
    return finding(UNUSED, context, id, message, [tidying(removal(context.doc, suppression, id))]);
  });
}

function ruleOf(id: string): string {
  return id.split(':', 1)[0] ?? id;
}

function finding(
  meta: RuleMeta,
  { doc, config }: SuppressionContext,
  at: Span,
  message: string,
  fixes: Fix[],
): Finding[] {
  const severity = levelOf(config, meta);
  if (severity === 'off') return [];
  const { start, end } = doc.position({ start: at.start, end: at.end });
  const place = { start: { ...start, offset: at.start }, end: { ...end, offset: at.end } };
  return [{ rule: meta.id, subject: null, severity, message, ...place, fixes, page: rulePage(meta.id) }];
}

/** What suppresses nothing can go unseen; a name that is unknown may only be misspelt. */
function tidying(fix: Fix): Fix {
  return { ...fix, effect: 'tidies' };
}

/** Takes one id out of a comment; the last one with the comment, and the comment with its line where it stands alone. */
function removal(doc: DesignDoc, { start, end, ids }: Suppression, id: SuppressedId | undefined): Fix {
  if (id && ids.length > 1) {
    let from = id.start;
    while (/[\s,]/.test(doc.text[from - 1] ?? '')) from--;
    return { title: `Take “${id.id}” out of the comment`, edits: [{ start: from, end: id.end, text: '' }] };
  }
  const title = 'Take the comment out';
  let lineStart = start;
  while (/[ \t]/.test(doc.text[lineStart - 1] ?? '')) lineStart--;
  const after = /^[ \t]*(?:\r?\n)?(?:[ \t]*\r?\n)?/.exec(doc.text.slice(end, end + 1000))?.[0] ?? '';
  const alone =
    (lineStart === 0 || doc.text[lineStart - 1] === '\n') &&
    (after.includes('\n') || end === doc.text.length);
  return {
    title,
    edits: [alone ? { start: lineStart, end: end + after.length, text: '' } : { start, end, text: '' }],
  };
}
