import type { DesignDoc } from '../document/types';
import { gatherFacts, type DocFacts } from './doc-facts';
import { scorerOf, type Scorer } from './facts';
import { PLAIN_ANSWER, measures, probability, type Tally } from './judgement';
import type { StatementFacts } from './layout';
import type { Assessment, Reading } from './reading';
import { judgeByShape } from './shape';
import type { Knowledge } from './types';

/** Reads what a doc answers. Costs little before the first question and after an edit that changed few pieces. */
export function readDoc(doc: DesignDoc, knowledge: Knowledge): Reading {
  return new DocReading(doc, knowledge);
}

class DocReading implements Reading {
  private gathered: DocFacts | undefined;
  private readonly scorer: Scorer;
  private readonly assessments = new Map<number, Assessment>();

  constructor(
    readonly doc: DesignDoc,
    readonly knowledge: Knowledge,
  ) {
    this.scorer = scorerOf(knowledge);
  }

  concern(id: string): Assessment {
    return this.assess(this.itemOf('c', id));
  }

  part(id: string): Assessment {
    return this.assess(this.itemOf('p', id));
  }

  sectionOf(partId: string): number {
    const item = this.itemOf('p', partId);
    return this.facts.headings.findIndex((items) => items.includes(item));
  }

  private itemOf(kind: 'c' | 'p', id: string): number {
    const item = this.scorer.items.keys.indexOf(`${kind}/${id}`);
    if (item < 0) throw new Error(`There is no ${kind === 'c' ? 'concern' : 'part'} \`${id}\`.`);
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
    const score = this.scorer.learned[item] ? this.learnedScore(item) : this.signalScore(item);
    const evidence = this.evidence(item);
    const dismissal = score < 0.5 ? this.dismissal(item) : -1;
    if (dismissal >= 0) return { answer: 'answered', evidence: dismissal, score: 0.5 };
    if (score >= 0.5) return { answer: 'answered', evidence, score };
    const plain = this.plainAnswer(item);
    if (plain >= 0) return { answer: 'answered', evidence: plain, score: 0.5 };
    const touched = evidence >= 0 || this.facts.headings.some((items) => items.includes(item));
    return { answer: touched ? 'thin' : 'missing', evidence, score };
  }

  private learnedScore(item: number): number {
    const { scores, speaking, wordScores } = this.facts;
    const width = this.scorer.items.keys.length;
    const own = Float32Array.from(speaking, (i) => scores[i * width + item] ?? 0);
    const values = measures(this.tally(item), own, wordScores[item] ?? 0);
    const weights = this.scorer.judgement[item] ?? [];
    const added = weights[values.length] ?? 0;
    return probability(values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), added));
  }

  /** Without learned weights one signal answers, and so does a section of its own that says something. */
  private signalScore(item: number): number {
    const { answers, mentions, headed } = this.tally(item);
    if (answers > 0) return 1 - 0.3 / (answers + (mentions > 0 ? 1 : 0));
    if (headed > 1) return 0.6;
    return mentions > 0 || headed > 0 ? 0.4 : 0.05;
  }

  /** The statement that supports an answer best, or one that touches the item; -1 for none. */
  private evidence(item: number): number {
    const { statements, scores } = this.facts;
    const width = this.scorer.items.keys.length;
    let best = -1;
    let bestRank = -Infinity;
    for (const i of this.tally(item).touching) {
      const facts = statements[i] as StatementFacts;
      const score = this.scorer.learned[item] ? (scores[i * width + item] ?? 0) : hitScore(facts, item);
      // What cannot answer is named only when nothing else is there.
      const rank = facts.speaks ? score : score - 100;
      if (rank > bestRank) [best, bestRank] = [i, rank];
    }
    return best;
  }

  /** Index of a statement with so many signals of a concern that it answers by itself, or -1. */
  private plainAnswer(item: number): number {
    const { strongest, touching } = this.tally(item);
    if (item >= this.knowledge.concerns.length || strongest < PLAIN_ANSWER) return -1;
    const answers = ({ speaks, hits }: StatementFacts) =>
      speaks && hits.filter((hit) => hit.item === item && !hit.mention).length >= PLAIN_ANSWER;
    return touching.find((i) => answers(this.facts.statements[i] as StatementFacts)) ?? -1;
  }

  /** Index of a statement that dismisses the item with a reason, or -1. */
  private dismissal(item: number): number {
    const { statements, above } = this.facts;
    const dismisses = (i: number) =>
      statements[i]?.dismisses && above[this.doc.statements[i]?.section ?? 0]?.includes(item);
    return this.tally(item).touching.find(dismisses) ?? -1;
  }

  private tally(item: number): Tally {
    return this.facts.tallies[item] as Tally;
  }

  private get facts(): DocFacts {
    return (this.gathered ??= gatherFacts(this.doc, this.knowledge, this.scorer));
  }
}

function hitScore({ hits }: StatementFacts, item: number): number {
  return hits.reduce((sum, hit) => sum + (hit.item !== item ? 0 : hit.mention ? 1 : 3), 0);
}
