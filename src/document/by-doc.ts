import { onceForEach } from './once-for-each';
import type { DesignDoc } from './types';

/** Makes of a reading that depends on nothing but a doc one that is done once for each doc: several rules ask for it. */
export function byDoc<T>(read: (doc: DesignDoc) => T): (doc: DesignDoc) => T {
  return onceForEach(read);
}
