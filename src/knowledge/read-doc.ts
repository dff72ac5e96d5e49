import type { DesignDoc } from '../document/types';
import { gatherFacts, saidIn, type DocFacts } from './doc-facts';
import { scorerOf, type Scorer } from './facts';
import { namingOf, type Naming } from './named-after';
import { measures, probability, type Spread } from './judgement';
import type { Said } from './piece-reading';
import type { Assessment, Reading } from './reading';
import { judgeByShape } from './shape';
import type { Concern, Knowledge, Part } from './types';

/** Reads what a doc answers. Costs little before the first question and after an edit that changed few pieces. */
export function readDoc(doc: DesignDoc, knowledge: Knowledge): Reading {
  return new DocReading(doc, knowledge);
}

/** Fewer may be a remark, or where else to look. */
const WORDS_THAT_ANSWER = 15;

class DocReading implements Reading {
  private gathered: DocFacts | undefined;
  private readonly scorer: Scorer;
  private readonly assessments = new Map<number, Assessment>();
  private readonly ownSections = new Map<number, number>();
  private sectionsByItem: number[][] | undefined;

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
    let section = this.ownSections.get(item);
    if (section === undefined) this.ownSections.set(item, (section = this.findSection(item)));
    return section;
  }

  /** The section whose heading is an item's most of all, the first of several; -1 for none. */
  private findSection(item: number): number {
    let best = { section: -1, naming: 0 };
    for (const section of this.sectionsOn(item)) {
      const naming = this.naming(section, item);
      if (naming > best.naming) best = { section, naming };
    }
    return best.section;
  }

  /** Indexes of the sections whose heading speaks of an item. */
  private sectionsOn(item: number): readonly number[] {
    if (!this.sectionsByItem) {
      this.sectionsByItem = this.scorer.items.keys.map((): number[] => []);
      for (const [section, items] of this.facts.headings.entries())
        for (const each of items) this.sectionsByItem[each]?.push(section);
    }
    return this.sectionsByItem[item] ?? [];
  }

  private naming(section: number, item: number): Naming {
    const subject = this.scorer.items.items[item] as Concern | Part;
    return namingOf(this.knowledge)(this.doc.sections[section]?.title ?? '', subject);
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
    const { evidence, dismissal, plain } = this.said(item);
    if (score < 0.5 && dismissal >= 0) return { answer: 'answered', evidence: dismissal, score: 0.5 };
    if (score >= 0.5) return { answer: 'answered', evidence, score };
    if (plain >= 0) return { answer: 'answered', evidence: plain, score: 0.5 };
    const named = this.answeredByName(item);
    if (named >= 0) return { answer: 'answered', evidence: named, score: 0.5 };
    const touched = evidence >= 0 || this.sectionsOn(item).length > 0;
    return { answer: touched ? 'thin' : 'missing', evidence, score };
  }

  /**
   * The first statement of a section that is just named after an item and says something, or -1. Such a section answers
   * whatever its words: of 381 in labelled docs only seven did not.
   */
  private answeredByName(item: number): number {
    for (const section of this.sectionsOn(item)) {
      if (this.naming(section, item) < 2) continue;
      const said = saidIn(this.doc, this.knowledge, section);
      if (said.words >= WORDS_THAT_ANSWER) return said.first;
    }
    return -1;
  }

  private learnedScore(item: number): number {
    const { spreads, wordScores } = this.facts;
    const values = measures(this.said(item), spreads[item] as Spread, wordScores[item] ?? 0);
    const weights = this.scorer.judgement[item] ?? [];
    const added = weights[values.length] ?? 0;
    return probability(values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), added));
  }

  /** Without learned weights one signal answers, and so does a section of its own that says something. */
  private signalScore(item: number): number {
    const { answers, mentions, headed } = this.said(item);
    if (answers > 0) return 1 - 0.3 / (answers + (mentions > 0 ? 1 : 0));
    if (headed > 1) return 0.6;
    return mentions > 0 || headed > 0 ? 0.4 : 0.05;
  }

  private said(item: number): Said {
    return this.facts.said[item] as Said;
  }

  private get facts(): DocFacts {
    return (this.gathered ??= gatherFacts(this.doc, this.knowledge, this.scorer));
  }
}
