import { Scalar, isPair, isScalar, visit, type Document } from 'yaml';

/** An alias of nothing: mostly a pattern such as `**` that was to stand in quotes. */
export interface LooseAlias {
  /** As it is written, with its `*`. */
  readonly text: string;
  /** The keys of the maps that it stands in, from the top. */
  readonly path: readonly PropertyKey[];
  /** 0-based offsets. */
  readonly range: readonly [number, number];
}

/** Puts null where an alias has no anchor in front of it, without which the document has no value at all. */
export function takeOutLooseAliases(yaml: Document): readonly LooseAlias[] {
  const anchors = new Set<string>();
  const loose: LooseAlias[] = [];
  visit(yaml, {
    Value(_key, { anchor }) {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias(_key, { source, range }, above) {
      if (anchors.has(source)) return undefined;
      const path = above.filter(isPair).map(({ key }) => (isScalar(key) ? String(key.value) : ''));
      loose.push({ text: `*${source}`, path, range: range ? [range[0], range[1]] : [0, 0] });
      return new Scalar(null);
    },
  });
  return loose;
}
