/** Makes of a reading that depends on nothing but an object one that is done once for each. */
export function onceForEach<K extends object, T>(read: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly found: T }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { found: read(key) }));
    return entry.found;
  };
}
