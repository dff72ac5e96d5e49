import type { Finding, TextEdit } from '../rules/finding';

/** More rounds than any doc needs; a fix that undid another would go on for ever. */
const MOST_ROUNDS = 200;

/** What became of a text, and how many findings were mended on the way. */
export interface Fixed {
  readonly text: string;
  readonly count: number;
}

/**
 * Mends every wanted finding by its first fix: applies what does not touch another, lints again, until nothing is left
 * to apply. A subject of a rule is mended once, so that what is still found after its fix is not mended again.
 *
 * @param lintText finds what is wrong in a text; ranges and edits must be of that text
 */
export async function fixAll(
  start: string,
  lintText: (text: string) => Promise<readonly Finding[]>,
  wanted: (finding: Finding) => boolean,
): Promise<Fixed> {
  const mended = new Set<string>();
  let text = start;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const edits: TextEdit[] = [];
    for (const finding of await lintText(text)) {
      const fix = finding.fixes[0];
      const once = finding.subject === null ? undefined : `${finding.rule}:${finding.subject}`;
      if (!fix || !wanted(finding) || (once !== undefined && mended.has(once)) || touches(edits, fix.edits))
        continue;
      if (once !== undefined) mended.add(once);
      edits.push(...fix.edits);
      count++;
    }
    const next = applyEdits(text, edits);
    if (next === text) break;
    text = next;
  }
  return { text, count };
}

/** The text after edits that do not overlap, in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return parts.join('') + text.slice(at);
}

/** The one edit that turns a text into another: what they have in common at both ends is left alone. */
export function editBetween(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start, end: before.length - tail, text: after.slice(start, after.length - tail) };
}

/** Whether a run that was asked to fix may mend a finding by itself: it loses nothing that the author wrote. */
export function isMendedUnread({ fixes }: Finding): boolean {
  return fixes[0]?.effect !== undefined;
}

/** Whether an editor may mend a finding on saving, unasked: what a reader sees stays as it is. */
export function isMendedOnSave({ fixes }: Finding): boolean {
  return fixes[0]?.effect === 'tidies';
}

/** Whether any of the edits overlaps or meets one that is taken: after that one, its place may be another. */
function touches(taken: readonly TextEdit[], edits: readonly TextEdit[]): boolean {
  return edits.some((edit) => taken.some((other) => edit.start <= other.end && other.start <= edit.end));
}
