import { recogniseSystem } from '../knowledge/recognise-system';
import type { Reading } from '../knowledge/reading';
import type { Concern } from '../knowledge/types';
import type { Level } from './finding';

/** How much it matters that a doc answers for a quality attribute: always, where its kind of system lives by it. */
export function concernLevel({ doc, knowledge }: Reading, concern: Concern): Level {
  const system = recogniseSystem(doc, knowledge);
  const known = knowledge.systems.find(({ id }) => id === system?.id);
  return known?.concerns.some(({ id }) => id === concern.id) ? 'warning' : concern.level;
}
