import type { DesignDoc } from '../document/types';
import { pieceFacts, type StatementFacts } from './facts';
import { compiledItems } from './items';
import type { Assessment, Reading } from './reading';
import type { Knowledge } from './types';

/** Reads what a doc answers. Costs little before the first question and after an edit that changed few pieces. */
export function readDoc(doc: DesignDoc, knowledge: Knowledge): Reading {
  return new DocReading(doc, knowledge);
}

interface DocFacts {
  readonly statements: readonly StatementFacts[];
  /** For each section: the items its own heading speaks of. */
  readonly headings: readonly (readonly number[])[];
}

class DocReading implements Reading {
  private facts: DocFacts | undefined;
  private readonly assessments = new Map<number, Assessment>();

  constructor(
    readonly doc: DesignDoc,
    readonly knowledge: Knowledge,
  ) {}

  concern(id: string): Assessment {
    return this.assess(this.knowledge.concerns.findIndex((concern) => concern.id === id), `concern ${id}`);
  }

  part(id: string): Assessment {
    const index = this.knowledge.parts.findIndex((part) => part.id === id);
    return this.assess(index < 0 ? -1 : this.knowledge.concerns.length + index, `part ${id}`);
  }

  sectionOf(partId: string): number {
    const index = this.knowledge.parts.findIndex((part) => part.id === partId);
    if (index < 0) throw new Error(`There is no part ${partId}.`);
    return this.sectionsOf(this.knowledge.concerns.length + index)[0] ?? -1;
  }

  private assess(item: number, name: string): Assessment {
    if (item < 0) throw new Error(`There is no ${name}.`);
    let assessment = this.assessments.get(item);
    if (!assessment) {
      assessment = this.judge(item);
      this.assessments.set(item, assessment);
    }
    return assessment;
  }

  private judge(item: number): Assessment {
    const { statements, headings } = this.docFacts();
    let best = -1;
    let score = 0;
    this.doc.statements.forEach((statement, i) => {
      const facts = statements[i] as StatementFacts;
      const underHeading = this.isUnder(statement.section, item, headings);
      let own = 0;
      if (!facts.speaks) own = facts.hits.some((hit) => hit.item === item) || underHeading ? 0.3 : 0;
      else {
        const signals = facts.hits.filter((hit) => hit.item === item && hit.tier === 'signal').length;
        const mentions = facts.hits.filter((hit) => hit.item === item && hit.tier === 'mention').length;
        if (signals > 0) own = 0.8 + Math.min(0.19, 0.05 * (signals + mentions));
        else if (mentions > 0) own = underHeading && facts.words > 5 ? 0.7 : 0.4;
        else if (underHeading) own = facts.bare || facts.words < 5 ? 0.3 : 0.6;
      }
      if (own > score) {
        score = own;
        best = i;
      }
    });
    return { answer: score >= 0.55 ? 'answered' : score > 0 ? 'thin' : 'missing', evidence: best, score };
  }

  private isUnder(section: number, item: number, headings: DocFacts['headings']): boolean {
    for (let at = section; at > 0; at = this.doc.sections[at]?.parent ?? -1) {
      if (headings[at]?.includes(item)) return true;
    }
    return false;
  }

  private sectionsOf(item: number): number[] {
    const { headings } = this.docFacts();
    return this.doc.sections.map(({ index }) => index).filter((index) => headings[index]?.includes(item));
  }

  private docFacts(): DocFacts {
    if (this.facts) return this.facts;
    const statements: StatementFacts[] = [];
    const headings: (readonly number[])[] = [];
    for (const { piece } of this.doc.pieces) {
      const facts = pieceFacts(piece, this.knowledge);
      statements.push(...facts.statements);
      // Every piece but the first begins with its heading: what stands before that is no section of the doc.
      headings.push(...(headings.length === 0 ? facts.headings : facts.headings.slice(1)));
    }
    return (this.facts = { statements, headings });
  }
}
