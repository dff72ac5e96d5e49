import type { DesignDoc } from '../document/types';
import type { StatementFeatures } from './features';
import type { Tally } from './judgement';

/** The facts of a statement that the reading keeps. */
export type StatementFacts = Omit<StatementFeatures, 'tokens' | 'forms'>;

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

/** Stands for a set of its own until there is something to put in: most items are not touched. */
const NONE = new Set<number>();

/** Counts for all items what the statements of a doc or a piece say, apart from what was learned. */
export function tallies(
  { statements }: Pick<DesignDoc, 'statements'>,
  layout: Pick<Layout, 'statements'>,
  above: readonly (readonly number[])[],
  items: number,
): Tally[] {
  const made = Array.from({ length: items }, () => ({
    answers: 0,
    mentions: 0,
    seen: NONE,
    strongest: 0,
    headed: 0,
    touching: [] as number[],
  }));
  const of = (item: number) => made[item] as (typeof made)[number];
  layout.statements.forEach(({ speaks, bare, hits }, i) => {
    const headed = above[statements[i]?.section ?? 0] ?? [];
    for (const item of headed) {
      of(item).touching.push(i);
      if (speaks && !bare) of(item).headed++;
    }
    // Hits stand in the order of their items.
    let answers = 0;
    let mentions = 0;
    hits.forEach(({ item, mention, signal }, at) => {
      const tally = of(item);
      if (mention) mentions++;
      else {
        answers++;
        if (speaks && tally.seen === NONE) tally.seen = new Set([signal]);
        else if (speaks) tally.seen.add(signal);
      }
      if (hits[at + 1]?.item === item) return;
      if (!headed.includes(item)) tally.touching.push(i);
      if (speaks) {
        if (answers > 0) tally.answers++;
        if (mentions > 0) tally.mentions++;
        tally.strongest = Math.max(tally.strongest, answers);
      }
      answers = 0;
      mentions = 0;
    });
  });
  return made;
}
