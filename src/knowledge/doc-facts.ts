import type { DesignDoc } from '../document/types';
import { addTo, pieceFacts, type Scorer } from './facts';
import type { Tally } from './judgement';
import { itemsAbove, tallies, withoutTitle, type Layout, type StatementFacts } from './layout';
import type { Knowledge } from './types';

/** All that a doc's answers are made of. */
export interface DocFacts extends Layout {
  /** For each section: the items that its heading or one above it speaks of. */
  readonly above: readonly (readonly number[])[];
  /** For each item. */
  readonly tallies: readonly Tally[];
  /** Indexes of the statements that can answer. */
  readonly speaking: readonly number[];
  /** Learned scores with the headings above counted in: statement by statement, for each item. */
  readonly scores: Float32Array;
  /** What the doc's words say as a whole, for each item. */
  readonly wordScores: Float32Array;
}

/** Puts the facts of a doc's pieces together. Only pieces not met before cost more than a copy. */
export function gatherFacts(doc: DesignDoc, knowledge: Knowledge, scorer: Scorer): DocFacts {
  const width = scorer.items.keys.length;
  const statements: StatementFacts[] = [];
  const titles: (readonly number[])[] = [];
  const scores = new Float32Array(doc.statements.length * width);
  const counts = new Map<number, number>();
  for (const { piece } of doc.pieces) {
    const facts = pieceFacts(piece, knowledge);
    scores.set(facts.scores, statements.length * width);
    for (const statement of facts.statements) statements.push(statement);
    // Every piece but the first begins with its heading: what stands before that is no section of the doc.
    facts.headings.forEach((matched, i) => {
      if (i > 0 || titles.length === 0) titles.push(matched);
    });
    for (let i = 0; i + 1 < facts.words.length; i += 2) {
      const word = facts.words[i] as number;
      counts.set(word, (counts.get(word) ?? 0) + (facts.words[i + 1] as number));
    }
  }
  const headings = withoutTitle(doc, titles);
  const above = itemsAbove(doc, headings);
  addHeadings(doc, above, scores, scorer);
  const wordScores = Float32Array.from(scorer.wordBias);
  for (const [word, count] of counts) {
    addTo(wordScores, scorer.words[word] as Float32Array, Math.log1p(count));
  }
  const speaking = [...statements.keys()].filter((i) => statements[i]?.speaks);
  const layout = { statements, headings };
  return { ...layout, above, tallies: tallies(doc, layout, above, width), speaking, scores, wordScores };
}

function addHeadings(
  doc: DesignDoc,
  above: readonly (readonly number[])[],
  scores: Float32Array,
  { heading, items }: Scorer,
): void {
  const width = items.keys.length;
  doc.statements.forEach(({ section }, i) => {
    const row = scores.subarray(i * width, (i + 1) * width);
    for (const item of above[section] ?? []) addTo(row, heading[item] as Float32Array);
  });
}
