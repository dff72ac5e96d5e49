import type { DesignDoc } from './types';

/** Makes of a reading that depends on nothing but a doc one that is done once for each doc: several rules ask for it. */
export function byDoc<T>(read: (doc: DesignDoc) => T): (doc: DesignDoc) => T {
  const known = new WeakMap<DesignDoc, { readonly found: T }>();
  return (doc) => {
    let entry = known.get(doc);
    if (!entry) known.set(doc, (entry = { found: read(doc) }));
    return entry.found;
  };
}
