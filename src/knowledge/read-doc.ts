import type { DesignDoc } from '../document/types';
import { judgeByShape } from './shape';
import { addTo, pieceFacts, scorerOf, type Scorer } from './facts';
import { measures, probability, type Tally } from './judgement';
import { itemsAbove, tallies, withoutTitle, type Layout, type StatementFacts } from './layout';
import type { Assessment, Reading } from './reading';
import type { Knowledge } from './types';

/** Reads what a doc answers. Costs little before the first question and after an edit that changed few pieces. */
export function readDoc(doc: DesignDoc, knowledge: Knowledge): Reading {
  return new DocReading(doc, knowledge);
}

/** All that the answers are made of. */
interface DocFacts extends Layout {
  readonly above: readonly (readonly number[])[];
  readonly tallies: readonly Tally[];
  /** A statement's learned score for an item, headings above it included. */
  readonly scoreOf: (statement: number, item: number) => number;
}

class DocReading implements Reading {
  private facts: DocFacts | undefined;
  private readonly scorer: Scorer;
  private readonly assessments = new Map<number, Assessment>();

  constructor(
    readonly doc: DesignDoc,
    readonly knowledge: Knowledge,
  ) {
    this.scorer = scorerOf(knowledge);
  }

  concern(id: string): Assessment {
    return this.assess(this.itemOf(`c/${id}`));
  }

  part(id: string): Assessment {
    return this.assess(this.itemOf(`p/${id}`));
  }

  sectionOf(partId: string): number {
    const item = this.itemOf(`p/${partId}`);
    return this.docFacts().headings.findIndex((items) => items.includes(item));
  }

  private itemOf(key: string): number {
    const item = this.scorer.items.keys.indexOf(key);
    if (item < 0)
      throw new Error(`There is no ${key.startsWith('c') ? 'concern' : 'part'} \`${key.slice(2)}\`.`);
    return item;
  }

  private assess(item: number): Assessment {
    let assessment = this.assessments.get(item);
    if (!assessment) this.assessments.set(item, (assessment = this.judge(item)));
    return assessment;
  }

  private judge(item: number): Assessment {
    const shape = judgeByShape(this.doc, this.scorer.items.keys[item] ?? '');
    if (shape) return shape;
    const evidence = this.evidence(item);
    const score = this.scorer.learned[item] ? this.learnedScore(item) : this.signalScore(item);
    const dismissed = this.isDismissed(item);
    if (score >= 0.5 || dismissed >= 0) {
      return {
        answer: 'answered',
        evidence: evidence >= 0 ? evidence : dismissed,
        score: Math.max(score, 0.5),
      };
    }
    return { answer: this.isTouched(item) ? 'thin' : 'missing', evidence, score };
  }

  private learnedScore(item: number): number {
    const { judgement } = this.scorer;
    const weights = judgement[item] ?? [];
    let sum = weights[weights.length - 1] ?? 0;
    measures(this.docFacts().tallies[item] as Tally).forEach(
      (value, i) => (sum += value * (weights[i] ?? 0)),
    );
    return probability(sum);
  }

  /** Without learned weights one signal answers, and so does a section of its own that says something. */
  private signalScore(item: number): number {
    const { answers, mentions, headed } = this.docFacts().tallies[item] as Tally;
    if (answers > 0) return 1 - 0.3 / (answers + (mentions > 0 ? 1 : 0));
    if (headed > 1) return 0.6;
    return mentions > 0 || headed > 0 ? 0.4 : 0.05;
  }

  /** The statement that supports an answer best, or the one that touches the item; -1 for none. */
  private evidence(item: number): number {
    const { statements, above, scoreOf } = this.docFacts();
    let best = -1;
    let bestRank = -Infinity;
    statements.forEach((facts, i) => {
      const own = facts.hits.filter((hit) => hit.item === item);
      const headed = (above[this.doc.statements[i]?.section ?? 0] ?? []).includes(item);
      if (own.length === 0 && !headed) return;
      const signals = own.filter((hit) => !hit.mention).length;
      const score = this.scorer.learned[item]
        ? scoreOf(i, item)
        : signals * 2 + own.length + (headed ? 1 : 0);
      const rank = facts.speaks ? score : score - 100;
      if (rank > bestRank) [best, bestRank] = [i, rank];
    });
    return best;
  }

  private isTouched(item: number): boolean {
    const { statements, headings } = this.docFacts();
    return (
      headings.some((items) => items.includes(item)) ||
      statements.some(({ hits }) => hits.some((hit) => hit.item === item))
    );
  }

  /** Index of a statement that dismisses the item with a reason, or -1. */
  private isDismissed(item: number): number {
    const { statements, above } = this.docFacts();
    return statements.findIndex(
      (facts: StatementFacts, i) =>
        facts.dismisses && (above[this.doc.statements[i]?.section ?? 0] ?? []).includes(item),
    );
  }

  private docFacts(): DocFacts {
    return (this.facts ??= this.gather());
  }

  private gather(): DocFacts {
    const { items, heading, words, wordBias } = this.scorer;
    const width = items.keys.length;
    const statements: StatementFacts[] = [];
    const all: (readonly number[])[] = [];
    const rows: Float32Array[] = [];
    const counts = new Map<number, number>();
    for (const { piece } of this.doc.pieces) {
      const facts = pieceFacts(piece, this.knowledge);
      facts.statements.forEach((statement, i) => {
        statements.push(statement);
        rows.push(facts.scores.subarray(i * width, (i + 1) * width));
      });
      // Every piece but the first begins with its heading: what stands before that is no section of the doc.
      facts.headings.forEach((matched, i) => {
        if (i > 0 || all.length === 0) all.push(matched);
      });
      for (let i = 0; i + 1 < facts.words.length; i += 2) {
        const word = facts.words[i] as number;
        counts.set(word, (counts.get(word) ?? 0) + (facts.words[i + 1] as number));
      }
    }
    const headings = withoutTitle(this.doc, all);
    const above = itemsAbove(this.doc, headings);
    const aboveScores = above.map((matched) => {
      const sum = new Float32Array(width);
      for (const item of matched) addTo(sum, heading[item] as Float32Array);
      return sum;
    });
    const sections = this.doc.statements.map(({ section }) => section);
    const scoreOf = (i: number, item: number) =>
      (rows[i]?.[item] ?? 0) + (aboveScores[sections[i] ?? 0]?.[item] ?? 0);
    const wordScores = Float32Array.from(wordBias);
    for (const [word, count] of counts) addTo(wordScores, words[word] as Float32Array, Math.log1p(count));
    const layout = { statements, headings };
    return {
      ...layout,
      above,
      scoreOf,
      tallies: tallies(this.doc, layout, above, width, scoreOf, [...wordScores]),
    };
  }
}
