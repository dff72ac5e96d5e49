import { statusOf, type DocStatus } from '../document/status';
import type { DesignDoc } from '../document/types';
import type { Knowledge } from './types';
import { wordingOf } from './wording';

/** How far a doc has come. */
export type Stage = 'open' | 'decided' | 'closed';

/** What the doc says its status is, and what that means; undefined where it says none or none that is known. */
export function stageOf(doc: DesignDoc, knowledge: Knowledge): Stage | undefined {
  const status = statusOf(doc);
  return status && stageOfStatus(status, knowledge);
}

/** What a status means. Where several are named, as in a history, the first counts. */
export function stageOfStatus({ text }: DocStatus, knowledge: Knowledge): Stage | undefined {
  const [said] = wordingOf(knowledge, 'statuses', text);
  return said?.entry.id as Stage | undefined;
}
