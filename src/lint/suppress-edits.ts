import { blockAt } from '../document/block-at';
import type { DesignDoc } from '../document/types';
import type { Finding, TextEdit } from '../rules/finding';
import { newline } from '../rules/text-edits';
import { suppressionId, suppressionsIn } from './suppressions';

/**
 * The edit that makes the linter ignore a finding where it stands: a comment above its block, or one more id in the
 * comment that is there. Undefined for a finding in the front matter, above which nothing can stand.
 */
export function ignoreHere(doc: DesignDoc, finding: Finding): TextEdit | undefined {
  if (finding.start.offset < (doc.frontMatter?.end ?? 0)) return undefined;
  const block = blockAt(doc, finding.start.offset);
  if (!block) return undefined;
  const id = suppressionId(finding);
  const above = suppressionsIn(doc).find(
    (it) => it.verb === 'ignore' && it.comment.next?.start === block.start,
  );
  const last = above?.ids.at(-1);
  if (last) return { start: last.end, end: last.end, text: ` ${id}` };
  const nl = newline(doc);
  const at = doc.text.lastIndexOf('\n', block.start - 1) + 1;
  return { start: at, end: at, text: `<!-- design-docs ignore ${id} -->${nl}${nl}` };
}

/** The edit that switches a finding's rule, or its subject of that rule, off in the whole doc. */
export function disableInFile(doc: DesignDoc, finding: Finding): TextEdit {
  const id = suppressionId(finding);
  const above = suppressionsIn(doc).find((it) => it.verb === 'disable' && it.first);
  const last = above?.ids.at(-1);
  if (last) return { start: last.end, end: last.end, text: ` ${id}` };
  const nl = newline(doc);
  const comment = `<!-- design-docs disable ${id} -->`;
  const end = doc.frontMatter?.end;
  if (end === undefined) return { start: 0, end: 0, text: `${comment}${nl}${nl}` };
  return { start: end, end, text: `${nl}${nl}${comment}` };
}
