import { onceForEach } from '../document/once-for-each';
import type { Knowledge } from './types';

/** Makes of something that depends on nothing but a knowledge what is made once for each. */
export function byKnowledge<T>(make: (knowledge: Knowledge) => T): (knowledge: Knowledge) => T {
  return onceForEach(make);
}
