import type { DesignDoc } from '../document/types';
import type { Tally } from './judgement';
import type { StatementFeatures } from './features';

/** The facts of a statement that the reading keeps. */
export type StatementFacts = Omit<StatementFeatures, 'names'>;

/** A doc's facts in the doc's order. */
export interface Layout {
  /** One for each of `DesignDoc.statements`. */
  readonly statements: readonly StatementFacts[];
  /** For each of `DesignDoc.sections`: the items that its own heading speaks of. */
  readonly headings: readonly (readonly number[])[];
}

/**
 * What the headings speak of, but for the doc's title: "Testing the app" over a whole doc is no section about testing.
 * The title is a first heading that alone is of the first depth.
 */
export function withoutTitle(doc: DesignDoc, headings: Layout['headings']): Layout['headings'] {
  const tops = doc.sections.filter(({ depth }) => depth === 1);
  const title = tops.length === 1 && tops[0]?.index === 1 ? 1 : -1;
  return headings.map((items, i) => (i === title ? [] : items));
}

/** For each section: the items that its heading or one above it speaks of, each once. */
export function itemsAbove(doc: DesignDoc, headings: Layout['headings']): (readonly number[])[] {
  const above: (readonly number[])[] = [];
  doc.sections.forEach(({ parent }, i) => {
    const inherited = above[parent] ?? [];
    const own = (headings[i] ?? []).filter((item) => !inherited.includes(item));
    above.push(own.length === 0 ? inherited : [...inherited, ...own]);
  });
  return above;
}

/** Counts for all items what the doc's statements say; `scoreOf` gives a statement's learned score for an item. */
export function tallies(
  doc: DesignDoc,
  layout: Layout,
  above: readonly (readonly number[])[],
  items: number,
  scoreOf: (statement: number, item: number) => number,
  words: readonly number[],
): Tally[] {
  const made = Array.from({ length: items }, (_, item) => ({
    scores: [] as number[],
    answers: 0,
    mentions: 0,
    seen: new Set<number>(),
    strongest: 0,
    headed: 0,
    words: words[item] ?? 0,
  }));
  layout.statements.forEach((facts, i) => {
    if (!facts.speaks) return;
    const section = doc.statements[i]?.section ?? 0;
    if (!facts.bare) for (const item of above[section] ?? []) (made[item] as (typeof made)[number]).headed++;
    const answers = new Map<number, number>();
    const mentions = new Set<number>();
    for (const { item, mention, signal } of facts.hits) {
      if (mention) mentions.add(item);
      else answers.set(item, (answers.get(item) ?? 0) + 1);
      if (!mention) made[item]?.seen.add(signal);
    }
    for (const [item, count] of answers) {
      const tally = made[item] as (typeof made)[number];
      tally.answers++;
      tally.strongest = Math.max(tally.strongest, count);
    }
    for (const item of mentions) (made[item] as (typeof made)[number]).mentions++;
    made.forEach((tally, item) => tally.scores.push(scoreOf(i, item)));
  });
  return made.map(({ seen, ...tally }) => ({ ...tally, variety: seen.size }));
}
