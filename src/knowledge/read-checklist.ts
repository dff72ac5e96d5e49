import { parseDesignDoc } from '../document/parse';
import { isPlaceholder, placeholdersIn } from '../document/placeholders';
import type { DesignDoc, Piece, Statement } from '../document/types';
import { pieceFacts } from './facts';
import { compileSignal, tokensOf } from './signal';
import { SignalMatcher } from './signal-matcher';
import type { ChecklistItem, Knowledge, System } from './types';

/** What a doc says to one item of a checklist. */
export interface ItemReading {
  readonly item: ChecklistItem;
  /** `asked`: the item's stub stands in the doc with prompts that nobody has filled in yet. */
  readonly answer: 'answered' | 'asked' | 'missing';
  /** Index into `DesignDoc.statements` of the first statement that answers or asks; -1 for none. */
  readonly evidence: number;
}

/** Reads what a doc answers of a system's checklist, in the checklist's order. Pieces that were read before cost nothing. */
export function readChecklist(doc: DesignDoc, system: System, knowledge: Knowledge): readonly ItemReading[] {
  const checklist = compiledChecklist(system);
  const answered = new Map<number, number>();
  const asked = new Map<number, number>();
  for (const { piece, firstStatement } of doc.pieces) {
    const read = checklist.ofPiece(piece, knowledge);
    for (const [into, from] of [[answered, read.answered] as const, [asked, read.asked] as const]) {
      for (const [item, statement] of from) if (!into.has(item)) into.set(item, firstStatement + statement);
    }
  }
  return system.checklist.map((item, i) => {
    const answer = answered.has(i) ? 'answered' : asked.has(i) ? 'asked' : 'missing';
    return { item, answer, evidence: answered.get(i) ?? asked.get(i) ?? -1 };
  });
}

/** For items by their place in the checklist: the piece's first statement that answers, or asks. */
interface PieceReading {
  readonly answered: ReadonlyMap<number, number>;
  readonly asked: ReadonlyMap<number, number>;
}

const compiled = new WeakMap<System, Checklist>();

function compiledChecklist(system: System): Checklist {
  let checklist = compiled.get(system);
  if (!checklist) compiled.set(system, (checklist = new Checklist(system)));
  return checklist;
}

class Checklist {
  private readonly matcher: SignalMatcher;
  /** The item that each signal belongs to. */
  private readonly itemOf: readonly number[];
  /** For each item what is left of its stub's unfilled statements without their prompts. */
  private readonly stubs: readonly (readonly (readonly string[])[])[];
  private readonly pieces = new WeakMap<Piece, PieceReading>();

  constructor({ checklist }: System) {
    this.matcher = new SignalMatcher(checklist.flatMap(({ signals }) => signals.map(compileSignal)));
    this.itemOf = checklist.flatMap(({ signals }, i) => signals.map(() => i));
    this.stubs = checklist.map(({ stub }) =>
      parseDesignDoc(stub).statements.filter(isPlaceholder).map(wordsAroundPrompts),
    );
  }

  ofPiece(piece: Piece, knowledge: Knowledge): PieceReading {
    let read = this.pieces.get(piece);
    if (!read) this.pieces.set(piece, (read = this.read(piece, knowledge)));
    return read;
  }

  private read(piece: Piece, knowledge: Knowledge): PieceReading {
    const answered = new Map<number, number>();
    const asked = new Map<number, number>();
    const { statements } = pieceFacts(piece, knowledge);
    piece.statements.forEach((statement, i) => {
      if (statements[i]?.speaks) {
        for (const signal of this.matcher.match(tokensOf(statement.text)))
          setFirst(answered, this.itemOf[signal] ?? 0, i);
      } else if (isPlaceholder(statement)) {
        this.stubs.forEach((stub, item) => {
          if (stub.some((words) => containsInOrder(statement.text, words))) setFirst(asked, item, i);
        });
      }
    });
    return { answered, asked };
  }
}

function setFirst(map: Map<number, number>, key: number, value: number): void {
  if (!map.has(key)) map.set(key, value);
}

/** What a statement says outside its prompts, in order. */
function wordsAroundPrompts({ text }: Statement): string[] {
  const prompts = placeholdersIn(text);
  const ends = [0, ...prompts.map(({ end }) => end)];
  return ends
    .map((start, i) => text.slice(start, prompts[i]?.start).trim())
    .filter((words) => /\p{L}/u.test(words));
}

/** Whether a text holds all of these; a stub of nothing but prompts is found in none. */
function containsInOrder(text: string, words: readonly string[]): boolean {
  let at = 0;
  for (const word of words) {
    const found = text.indexOf(word, at);
    if (found < 0) return false;
    at = found + word.length;
  }
  return words.length > 0;
}
