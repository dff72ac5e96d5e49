import type { Vocabulary } from './vocabulary';
import type { Weights } from './weights';

/** The quality attributes a design doc answers for, in the order in which they are shown. */
export const CONCERN_IDS = [
  'scalability',
  'latency',
  'availability',
  'consistency',
  'durability',
  'security',
  'fault-tolerance',
  'compliance',
  'observability',
  'cost',
  'constraints',
] as const;

export type KnowledgeKind = 'concern' | 'part' | 'concept' | 'system';

/** What every knowledge file has. */
export interface Note {
  readonly kind: KnowledgeKind;
  /** The file's name without `.md`. */
  readonly id: string;
  /** The file's path in its source, for links and messages. */
  readonly path: string;
  readonly title: string;
  readonly summary: string;
  readonly aliases: readonly string[];
  readonly related: readonly string[];
  /** Markdown below the front matter. */
  readonly body: string;
}

/** A quality attribute. */
export interface Concern extends Note {
  readonly kind: 'concern';
  /** Ids of the templates whose docs are asked about it (`system-design`, `rfc` …); empty means all. */
  readonly forms: readonly string[];
  /** How a doc that says nothing about it is reported, unless it is about a system for which it matters most. */
  readonly level: 'off' | 'info' | 'warning';
  readonly question: string;
  readonly headings: readonly string[];
  /** Each alone shows that the concern is answered. */
  readonly signals: readonly string[];
  /** Each shows that the concern is touched, which is not yet an answer. */
  readonly mentions: readonly string[];
  readonly stub: string;
}

/** A part of a doc's structure. */
export interface Part extends Note {
  readonly kind: 'part';
  /** Ids of the templates whose docs are asked about it (`system-design`, `rfc` …); empty means all. */
  readonly forms: readonly string[];
  /** Place among the parts, ascending. */
  readonly order: number;
  readonly heading: string;
  readonly headings: readonly string[];
  readonly question: string;
  readonly signals: readonly string[];
  readonly mentions: readonly string[];
  readonly stub: string;
}

/** A building block or other reference note. */
export interface Concept extends Note {
  readonly kind: 'concept';
  readonly group: string;
  /** Questions that reviewers ask of every design, with the concerns and parts (ids) that answer them. */
  readonly questions?: readonly ReviewQuestion[];
}

/** A question that reviewers ask of every design. */
export interface ReviewQuestion {
  readonly title: string;
  readonly question: string;
  readonly concerns: readonly string[];
  readonly parts: readonly string[];
}

/** One thing a doc about a system must answer. */
export interface ChecklistItem {
  readonly id: string;
  readonly concern: string;
  readonly part: string;
  readonly question: string;
  readonly signals: readonly string[];
  readonly stub: string;
  readonly example: string;
}

/** A kind of system. */
export interface System extends Note {
  readonly kind: 'system';
  /** Well-known products of the kind: alone they do not make a title speak of it, "like" them or "a clone" does. */
  readonly products: readonly string[];
  readonly concerns: readonly { readonly id: string; readonly why: string }[];
  readonly checklist: readonly ChecklistItem[];
}

/** A knowledge file that cannot be used, and why. `line` is 1-based. */
export interface KnowledgeProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

/** All knowledge, by kind, each list in its order of showing. */
export interface Knowledge {
  readonly concerns: readonly Concern[];
  readonly parts: readonly Part[];
  readonly concepts: readonly Concept[];
  readonly systems: readonly System[];
  /** What was learned from labelled docs about the built-in concerns and parts, if it was loaded. */
  readonly weights?: Weights | undefined;
  /** The words that rules look for. */
  readonly vocabularies: readonly Vocabulary[];
  readonly problems: readonly KnowledgeProblem[];
}
