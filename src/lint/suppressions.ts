import { VERBS, linterWords } from '../document/linter-comments';
import type { Comment, DesignDoc, Span } from '../document/types';
import type { Finding } from '../rules/finding';

/** A rule, or one subject of it, that a comment names. */
export interface SuppressedId extends Span {
  /** `missing-concern`, or `missing-concern:cost` for one subject. */
  readonly id: string;
}

/** A comment `<!-- design-docs disable rule-id … -->`. */
export interface Suppression extends Span {
  /** `disable` up to the next `enable` or the end, `enable` ends that, `ignore` is for the next block. */
  readonly verb: string;
  /** Empty: all rules. */
  readonly ids: readonly SuppressedId[];
  readonly comment: Comment;
  /** It stands before everything else in the doc, so that it is for the front matter as well. */
  readonly first: boolean;
}

/** What a comment can suppress. */
export type Suppressible = Pick<Finding, 'rule' | 'subject'> & {
  readonly start: { readonly offset: number };
};

/** Findings that no comment suppresses, and for each comment the ids (`''` for all rules) that suppressed something. */
export interface Suppressed<T> {
  readonly findings: T[];
  readonly used: ReadonlyMap<Suppression, ReadonlySet<string>>;
}

/** The comments of a doc that speak to the linter, also those with an unknown verb (`''` when there is none). */
export function suppressionsIn(doc: DesignDoc): Suppression[] {
  const found: Suppression[] = [];
  for (const comment of doc.comments) {
    const words = linterWords(comment);
    if (!words) continue;
    const from = comment.start + '<!--'.length;
    const [verb, ...ids] = words.map(({ text: id, start, end }) => {
      return { id, start: from + start, end: from + end };
    });
    const { start, end } = comment;
    found.push({ start, end, verb: verb?.id ?? '', ids, comment, first: isFirst(doc, comment) });
  }
  return found;
}

/** Whether a verb is one of the grammar. */
export function isVerb(verb: string): boolean {
  return (VERBS as readonly string[]).includes(verb);
}

/** The verbs there are, for messages. */
export const VERB_LIST = VERBS.join(', ').replace(/, (?=\w+$)/, ' or ');

/** Takes out the findings that comments suppress. */
export function suppress<T extends Suppressible>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
): Suppressed<T> {
  const used = new Map(suppressions.map((suppression) => [suppression, new Set<string>()]));
  const kept = findings.filter((finding) => {
    const hit = suppressorOf(finding, suppressions);
    if (hit) used.get(hit.by)?.add(hit.id);
    return hit === undefined;
  });
  return { findings: kept, used };
}

/** What to write in a comment to speak of a finding. */
export function suppressionId({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): string {
  return subject === null || !/^[\w-]+$/.test(subject) ? rule : `${rule}:${subject}`;
}

interface Suppressor {
  readonly by: Suppression;
  readonly id: string;
}

function suppressorOf(finding: Suppressible, suppressions: readonly Suppression[]): Suppressor | undefined {
  let disabled: Suppressor | undefined;
  const at = finding.start.offset;
  for (const by of suppressions) {
    if (by.start > at && !by.first) break;
    const id = idFor(by, finding);
    if (id === undefined) continue;
    if (by.verb === 'disable') disabled ??= { by, id };
    else if (by.verb === 'enable') disabled = undefined;
    else if (by.verb === 'ignore' && isIn(at, by.comment.next)) return { by, id };
  }
  return disabled;
}

/** The id in a comment that speaks of a finding; `''` when the comment speaks of all rules. */
function idFor({ ids }: Suppression, finding: Suppressible): string | undefined {
  if (ids.length === 0) return '';
  const { rule, subject } = finding;
  return ids.find(({ id }) => id === rule || (subject !== null && id === `${rule}:${subject}`))?.id;
}

function isIn(offset: number, span: Span | undefined): boolean {
  return span !== undefined && offset >= span.start && offset < Math.max(span.end, span.start + 1);
}

/** Characters that comments before everything else may take: what stands deeper is not looked at. */
const LONGEST_HEAD = 4000;

function isFirst(doc: DesignDoc, comment: Comment): boolean {
  const from = doc.frontMatter?.end ?? 0;
  if (comment.start - from > LONGEST_HEAD) return false;
  return (
    doc.text
      .slice(from, comment.start)
      .replace(/<!--[\s\S]*?-->/g, '')
      .trim() === ''
  );
}
