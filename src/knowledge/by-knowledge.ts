import type { Knowledge } from './types';

/** Makes of something that depends on nothing but a knowledge what is made once for each. */
export function byKnowledge<T extends object>(
  make: (knowledge: Knowledge) => T,
): (knowledge: Knowledge) => T {
  const made = new WeakMap<Knowledge, T>();
  return (knowledge) => {
    let known = made.get(knowledge);
    if (!known) made.set(knowledge, (known = make(knowledge)));
    return known;
  };
}
