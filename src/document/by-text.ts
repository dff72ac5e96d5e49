/** So many texts are remembered at least: the statements of a long doc, so that an edit costs only those it changed. */
const REMEMBERED = 4000;

/** A longer text is no sentence of a person's, and is not met again. */
const LONGEST = 1000;

/**
 * Makes of a reading that depends on nothing but a text one that remembers what it has read of the texts met last.
 *
 * @param isFinal whether what was read would be read again just so
 */
export function byText<T>(
  read: (text: string) => T,
  isFinal: (found: T) => boolean = () => true,
): (text: string) => T {
  let recent = new Map<string, T>();
  let older = new Map<string, T>();
  return (text) => {
    const met = recent.get(text);
    if (met !== undefined) return met;
    const found = older.get(text) ?? read(text);
    if (text.length > LONGEST || !isFinal(found)) return found;
    // Forgets half at a time, those first that were not asked for since the last half was forgotten.
    if (recent.size >= REMEMBERED) [older, recent] = [recent, new Map<string, T>()];
    recent.set(text, found);
    return found;
  };
}
