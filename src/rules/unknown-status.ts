import * as z from 'zod';
import { statusOf } from '../document/status';
import { closest } from '../knowledge/closest';
import { stageOfStatus } from '../knowledge/status';
import { defineRule } from './define-rule';
import type { Fix } from './finding';

const options = z.strictObject({
  statuses: z.array(z.string()).describe('Further statuses that are right.'),
});

export const unknownStatus = defineRule<z.infer<typeof options>>(
  {
    id: 'unknown-status',
    level: 'warning',
    summary: 'The status is one that readers know.',
    options,
  },
  ({ doc, reading, options: { statuses = [] }, report }) => {
    const status = statusOf(doc);
    if (!status?.isValue || stageOfStatus(status, reading.knowledge)) return;
    if (statuses.some((known) => known.toLowerCase() === status.text.toLowerCase())) return;
    const names = reading.knowledge.vocabularies
      .filter(({ id }) => id === 'statuses')
      .flatMap(({ entries }) => entries.flatMap(({ signals }) => signals));
    const written = status.text.toLowerCase();
    const near = [...statuses, ...names.filter((name) => name.length > 4)];
    const meant = closest(
      written,
      near.filter((name) => !isOpposite(written, name)),
    );
    const canWrite = meant !== undefined && doc.text.slice(status.start, status.end) === status.text;
    const fixes: Fix[] = canWrite
      ? [{ title: `Write “${meant}”`, edits: [{ start: status.start, end: status.end, text: meant }] }]
      : [];
    const usual = 'Write draft, in review, accepted, implemented, rejected or superseded.';
    report({
      message: `“${status.text}” is no status that readers know. ${meant === undefined ? usual : `Did you mean “${meant}”?`}`,
      at: status,
      fixes,
    });
  },
);

/** Whether a word only lacks what stands in front of it in another: "disagreed" is no slip for "agreed". */
function isOpposite(written: string, name: string): boolean {
  return written.endsWith(name) && written.length >= name.length + 2;
}
