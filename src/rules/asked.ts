import { anyStatementThat, statementsThat } from '../document/by-piece';
import { placeholdersIn } from '../document/placeholders';
import type { DesignDoc, Statement } from '../document/types';
import { compiledItems } from '../knowledge/items';
import type { Reading } from '../knowledge/reading';
import { tokensOf } from '../knowledge/signal';
import type { Concern, Part } from '../knowledge/types';

/** Whether any `{prompt}` of a template is left in a doc. */
export function hasPrompts(doc: DesignDoc): boolean {
  return hasPrompt(doc);
}

const kept = new WeakMap<Reading, ReadonlySet<Concern | Part>>();

/**
 * Whether a prompt of a template still stands where the doc would answer for a concern or a part: below its heading, or
 * in its row or item. That it is not filled in is another rule's finding, and that nothing is said there is no second.
 */
export function isAsked(reading: Reading, subject: Concern | Part): boolean {
  let asked = kept.get(reading);
  if (!asked) kept.set(reading, (asked = askedIn(reading)));
  return asked.has(subject);
}

function askedIn({ doc, knowledge }: Reading): ReadonlySet<Concern | Part> {
  const compiled = compiledItems(knowledge);
  const asked = new Set<Concern | Part>();
  const labels = new Set(promptStatements(doc).flatMap(({ statement }) => labelsOf(doc, statement)));
  for (const label of labels) {
    for (const index of compiled.matchHeading(tokensOf(label))) {
      const item = compiled.items[index];
      if (item) asked.add(item);
    }
  }
  return asked;
}

function isPrompt({ text, quoted }: Statement): boolean {
  return !quoted && text.includes('{') && placeholdersIn(text).some(({ start }) => text[start] === '{');
}

const promptStatements = statementsThat(isPrompt);

const hasPrompt = anyStatementThat(isPrompt);

/** The words that say what a statement is about: the headings above it, its row's first cell, what stands before its colon. */
function labelsOf(doc: DesignDoc, { text, section, cell }: Statement): string[] {
  const labels: string[] = [];
  for (let at = doc.sections[section]; at && at.depth > 1; at = doc.sections[at.parent])
    labels.push(at.title);
  if (cell) labels.push(doc.tables[cell.table]?.rows[cell.row]?.[0] ?? '');
  else labels.push(/^[^{:]{1,60}(?=:)/.exec(text)?.[0] ?? '');
  return labels;
}
