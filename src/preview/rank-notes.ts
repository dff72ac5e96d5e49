import { frontMatterValue } from '../document/front-matter';
import type { DesignDoc, Section } from '../document/types';
import { compiledItems } from '../knowledge/items';
import { compileSignal, tokensOf, type CompiledSignal } from '../knowledge/signal';
import type { Term } from '../knowledge/stems';
import { SignalMatcher } from '../knowledge/signal-matcher';
import { wordsOf } from '../knowledge/words';
import { byKnowledge } from '../knowledge/by-knowledge';
import type { Knowledge, Note } from '../knowledge/types';

/** Why a note is shown. `words` are the doc's or the note's own. */
export interface Reason {
  readonly because:
    'heading' | 'here' | 'named-here' | 'named-in-section' | 'named-in-diagram' | 'system' | 'lacking';
  readonly words: string;
}

export interface RankedNote {
  readonly note: Note;
  readonly reason: Reason;
}

/** Most notes that are worth a person's look at once. */
const MOST = 8;

/** Most notes about what the doc lacks, where the place itself speaks of nothing. */
const MOST_LACKING = 4;

/**
 * The notes that fit a place of a doc (a 0-based offset), best first: what the section's heading speaks of, what the
 * sentence there answers, what is named there and around, and the doc's system. Where the place speaks of nothing, as
 * at the title, they are those of what the doc lacks: ids of concerns and parts, the weightiest first.
 */
export function rankNotes(
  doc: DesignDoc,
  offset: number,
  knowledge: Knowledge,
  lacking: readonly string[],
): RankedNote[] {
  const scores = new Scores();
  const section = sectionAt(doc, offset);
  const names = compiledNames(knowledge);
  const items = compiledItems(knowledge);

  let above = section;
  // A doc's title says what it is about, not what is to be said at one place.
  for (let weight = 6; above && above.depth > 1; weight /= 2) {
    const heading = above.title;
    for (const item of items.matchHeading(tokensOf(heading))) {
      scores.add(items.items[item], weight, { because: 'heading', words: heading });
    }
    above = doc.sections[above.parent];
  }

  for (const statement of doc.statements) {
    if (statement.section !== section?.index || (statement.kind === 'heading' && section.depth <= 1))
      continue;
    const here = statement.start <= offset && offset <= statement.end;
    const tokens = tokensOf(statement.text);
    for (const { note, alias } of names(tokens)) {
      scores.add(note, here ? 4 : 1, { because: here ? 'named-here' : 'named-in-section', words: alias });
    }
    if (!here) continue;
    for (const { item } of items.match(tokens)) {
      const note = items.items[item];
      // What part of a doc a sentence belongs to is mostly told by its heading.
      scores.add(note, note?.kind === 'concern' ? 3 : 0.8, { because: 'here', words: statement.text });
    }
  }

  for (const diagram of doc.diagrams) {
    if (diagram.section !== section?.index) continue;
    const inside = diagram.start <= offset && offset <= diagram.end;
    for (const { note, alias } of names(tokensOf(diagram.source))) {
      scores.add(note, inside ? 1.5 : 0.5, { because: 'named-in-diagram', words: alias });
    }
  }

  const system = systemOf(doc, knowledge);
  scores.add(system, 0.9, { because: 'system', words: system?.title ?? '' });
  const best = scores.best(MOST);
  if (best.some(({ reason }) => reason.because !== 'system')) return best;
  return [...best, ...notesOn(lacking, knowledge)];
}

function notesOn(lacking: readonly string[], { concerns, parts }: Knowledge): RankedNote[] {
  const notes = [...new Set(lacking)].map((id) => [...concerns, ...parts].find((note) => note.id === id));
  return notes
    .filter((note) => note !== undefined)
    .slice(0, MOST_LACKING)
    .map((note) => ({ note, reason: { because: 'lacking', words: note.title } }));
}

/** The kind of system a doc is about: from its front matter, else by the names that occur in its title. */
function systemOf(doc: DesignDoc, knowledge: Knowledge): Note | undefined {
  const declared = frontMatterValue(doc.frontMatter, 'system');
  if (typeof declared === 'string') return knowledge.systems.find(({ id }) => id === declared);
  const title = frontMatterValue(doc.frontMatter, 'title');
  const heading = doc.sections.find(({ depth }) => depth === 1)?.title ?? '';
  const tokens = tokensOf(`${typeof title === 'string' ? title : ''} ${heading}`);
  return compiledNames(knowledge)(tokens).find(({ note }) => note.kind === 'system')?.note;
}

function sectionAt(doc: DesignDoc, offset: number): Section | undefined {
  return doc.sections.findLast((section) => section.start <= offset);
}

/** Adds up what speaks for a note; the strongest single reason is the one that is told. */
class Scores {
  private readonly entries = new Map<Note, { total: number; strongest: number; reason: Reason }>();

  add(note: Note | undefined, weight: number, reason: Reason): void {
    if (!note) return;
    const entry = this.entries.get(note);
    if (!entry) this.entries.set(note, { total: weight, strongest: weight, reason });
    else if (weight > entry.strongest)
      Object.assign(entry, { total: entry.total + weight, strongest: weight, reason });
    else entry.total += weight;
  }

  best(most: number): RankedNote[] {
    // A word repeated often in a long section says little more than one said twice.
    const score = ({ total, strongest }: { total: number; strongest: number }) =>
      strongest + (total - strongest) / 4;
    const sorted = [...this.entries].sort(([, a], [, b]) => score(b) - score(a));
    return sorted.slice(0, most).map(([note, { reason }]) => ({ note, reason }));
  }
}

interface Named {
  readonly note: Note;
  readonly alias: string;
}

/** Finds the concepts and systems that a text names, each once. Compiled once per knowledge. */
const compiledNames = byKnowledge((knowledge) => {
  const named: Named[] = [];
  const signals: CompiledSignal[] = [];
  for (const note of [...knowledge.concepts, ...knowledge.systems]) {
    for (const alias of [note.title, ...note.aliases]) {
      const words = wordsOf(alias).map(({ text }) => text);
      if (words.length === 0) continue;
      signals.push(compileSignal(words.join(' ')));
      named.push({ note, alias });
    }
  }
  const matcher = new SignalMatcher(signals);
  return (tokens: readonly Term[]): Named[] => {
    const found = new Map<Note, Named>();
    for (const index of matcher.match(tokens)) {
      const name = named[index] as Named;
      // Of several names the longest says best what was read.
      if ((found.get(name.note)?.alias.length ?? 0) < name.alias.length) found.set(name.note, name);
    }
    return [...found.values()];
  };
});
