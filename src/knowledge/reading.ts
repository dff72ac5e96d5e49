import type { DesignDoc } from '../document/types';
import type { Knowledge } from './types';

/** How well a doc answers for a concern, a part or a checklist item. */
export type Answer = 'answered' | 'thin' | 'missing';

/** An answer with the statement that supports it best, so that a reader can be shown why. */
export interface Assessment {
  readonly answer: Answer;
  /** Index into `DesignDoc.statements` of the best evidence, or -1. */
  readonly evidence: number;
  /** 0 to 1: how sure the reading is that the doc answers. */
  readonly score: number;
}

/** What the knowledge finds in one doc. Computed on first use and kept. */
export interface Reading {
  readonly doc: DesignDoc;
  readonly knowledge: Knowledge;
  /** The doc's answer for a concern id. Throws on an unknown id. */
  concern(id: string): Assessment;
  /** The doc's answer for a part id. Throws on an unknown id. */
  part(id: string): Assessment;
  /** Index of the section that is the part's own (by its heading; the doc's title is none), or -1. */
  sectionOf(partId: string): number;
}
