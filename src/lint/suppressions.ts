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
  const hidden = new Set<T>();
  for (const alike of bySubject(findings)) {
    for (const { finding, by, id } of hits(alike, suppressions)) {
      hidden.add(finding);
      used.get(by)?.add(id);
    }
  }
  return { findings: findings.filter((finding) => !hidden.has(finding)), used };
}

/** Findings of one rule and subject in the order of the doc: the same comments speak of them. */
function bySubject<T extends Suppressible>(findings: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    const key = namesOf(finding).join(' ');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map((group) => group.sort((a, b) => a.start.offset - b.start.offset));
}

/** What to write in a comment to speak of a finding. */
export function suppressionId({ rule, subject }: Pick<Finding, 'rule' | 'subject'>): string {
  return subject === null || !/^[\w-]+$/.test(subject) ? rule : `${rule}:${subject}`;
}

interface Suppressor {
  readonly by: Suppression;
  /** The id in the comment that speaks of the finding; `''` where it speaks of all rules. */
  readonly id: string;
}

/** What suppresses findings of one rule and subject, in one walk over both: there may be thousands. */
function* hits<T extends Suppressible>(
  alike: readonly T[],
  suppressions: readonly Suppression[],
): Generator<Suppressor & { finding: T }> {
  const names = alike[0] ? namesOf(alike[0]) : [];
  const speaking = suppressions.flatMap((by): Suppressor[] => {
    const id = by.ids.length === 0 ? '' : by.ids.find((one) => names.includes(one.id))?.id;
    return id === undefined ? [] : [{ by, id }];
  });
  let disabled: Suppressor | undefined;
  const ignoring: Suppressor[] = [];
  let [met, past] = [0, 0];
  for (const finding of alike) {
    const at = finding.start.offset;
    for (let next = speaking[met]; next && (next.by.first || next.by.start <= at); next = speaking[++met]) {
      if (next.by.verb === 'disable') disabled ??= next;
      else if (next.by.verb === 'enable') disabled = undefined;
      else if (next.by.verb === 'ignore') ignoring.push(next);
    }
    while (past < ignoring.length && !isBeforeEnd(at, ignoring[past]?.by.comment.next)) past++;
    const hit = firstAround(ignoring, past, at) ?? disabled;
    if (hit) yield { ...hit, finding };
  }
}

/** The ids that speak of a finding. */
function namesOf({ rule, subject }: Suppressible): string[] {
  return subject === null ? [rule] : [rule, `${rule}:${subject}`];
}

/** The first suppressor, from an index on, whose comment's next block a place is in. */
function firstAround(ignoring: readonly Suppressor[], from: number, at: number): Suppressor | undefined {
  for (let i = from; i < ignoring.length; i++) {
    const next = ignoring[i]?.by.comment.next;
    if (next && at >= next.start && isBeforeEnd(at, next)) return ignoring[i];
  }
  return undefined;
}

function isBeforeEnd(offset: number, span: Span | undefined): boolean {
  return span !== undefined && offset < Math.max(span.end, span.start + 1);
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
