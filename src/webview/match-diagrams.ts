/**
 * Says for each new text which of the old ones it continues, or -1: equal texts first, then, between them, in order.
 * So a diagram keeps its zoom while it is edited, and when others come or go above it.
 */
export function matchDiagrams(before: readonly string[], after: readonly string[]): number[] {
  const matched = after.map(() => -1);
  const taken = new Set<number>();
  const take = (to: number, from: number): void => {
    matched[to] = from;
    taken.add(from);
  };
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start])
    take(start, start++);
  let fromEnd = 1;
  const short = Math.min(before.length, after.length) - start;
  while (fromEnd <= short && before[before.length - fromEnd] === after[after.length - fromEnd]) {
    take(after.length - fromEnd, before.length - fromEnd);
    fromEnd++;
  }
  after.forEach((text, to) => {
    if (matched[to] !== -1) return;
    const from = before.findIndex((old, i) => old === text && !taken.has(i));
    if (from >= 0) take(to, from);
  });
  const rest = before.map((_, i) => i).filter((i) => !taken.has(i));
  after.forEach((_, to) => {
    if (matched[to] !== -1) return;
    const from = rest.shift();
    if (from !== undefined) take(to, from);
  });
  return matched;
}

/** A short name for a text: equal texts have equal names. Not for secrets. */
export function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  }
  return hash.toString(36);
}
