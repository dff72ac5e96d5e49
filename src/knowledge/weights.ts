import * as z from 'zod';

/** `[item, weight, item, weight …]`: indexes into `Weights.items` and hundredths. */
const row = z.array(z.int());
const table = z.record(z.string(), row);

const schema = z.object({
  items: z.array(z.string()),
  statement: table,
  bias: z.array(z.number()),
  words: table,
  wordBias: z.array(z.number()),
  judgement: z.array(z.array(z.number())),
});

/** What was learned about answering; made by `tools/learn`, described in `docs/architecture.md`. */
export interface Weights {
  /** Keys of the items that the weights speak of (`c/latency`, `p/goals`). */
  readonly items: readonly string[];
  /** What a feature of one statement, or of a heading above it, says for each item. */
  readonly statement: ReadonlyMap<string, readonly number[]>;
  readonly bias: readonly number[];
  /** What a word that occurs in the doc says for each item, per logarithm of how often. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  readonly wordBias: readonly number[];
  /** For each item: what the measures of `judgement.ts` weigh, and last what is added. Above 0 is answered. */
  readonly judgement: readonly (readonly number[])[];
}

/** Reads `weights.json`. Returns a message for whoever must mend it when it is no such file. */
export function readWeights(text: string): Weights | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return `Not valid JSON (${error instanceof Error ? error.message : String(error)}); make the file again with tools/learn.`;
  }
  const checked = schema.safeParse(json);
  if (!checked.success) return 'Not a file of weights; make it again with tools/learn.';
  const { data } = checked;
  return {
    ...data,
    statement: new Map(Object.entries(data.statement)),
    words: new Map(Object.entries(data.words)),
  };
}
