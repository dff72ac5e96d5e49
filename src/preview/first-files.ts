import * as z from 'zod';

const files = z.array(z.string().regex(/^[\w./-]+\.js$/));

const schema = z.strictObject({
  /** What the page itself is made of. */
  page: files,
  /** What any diagram takes. */
  mermaid: files,
  /** What a diagram takes besides, by the word it begins with. */
  kinds: z.record(z.string(), files),
});

/** Files of the page, relative to its folder, as the build wrote them down. */
export type FirstFiles = z.infer<typeof schema>;

/** Reads what the build wrote down. Throws when it is something else. */
export function readFirstFiles(json: string): FirstFiles {
  return schema.parse(JSON.parse(json));
}

/**
 * The files that the page will ask for one after the other when it shows diagrams with these sources. Told of them
 * beforehand, the browser gets them side by side.
 */
export function filesFor({ page, mermaid, kinds }: FirstFiles, sources: readonly string[]): string[] {
  if (sources.length === 0) return [...page];
  const drawn = Object.entries(kinds).filter(([word]) => sources.some((source) => beginsWith(source, word)));
  return [...new Set([...page, ...mermaid, ...drawn.flatMap(([, more]) => more)])];
}

/** Whether a line of a diagram begins with a word: front matter and comments may stand before it. */
function beginsWith(source: string, word: string): boolean {
  return source.split('\n').some((line) => line.trimStart().split(/[\s;]/, 1)[0] === word);
}
