import { mistakesOf, readKnowledgeText, type KnowledgeText } from './knowledge-yaml';
import { SCHEMAS } from './schemas';
import { SignalError, compileSignal } from './signal';
import type { Concept, Concern, KnowledgeKind, KnowledgeProblem, Note, Part, System } from './types';

/** One knowledge file as read: its note when it can be used, and what is wrong with it. */
export interface KnowledgeFile {
  readonly note: Note | undefined;
  readonly problems: readonly KnowledgeProblem[];
}

/** Reads and checks one knowledge file. A wrong signal is left out and reported; anything else wrong refuses the file. */
export function readKnowledgeFile(kind: KnowledgeKind, path: string, text: string): KnowledgeFile {
  const read = readKnowledgeText(text);
  if (!('frontMatter' in read)) return { note: undefined, problems: [{ path, ...read }] };
  const checked = SCHEMAS[kind].safeParse(read.frontMatter);
  if (!checked.success) {
    const problems = mistakesOf(checked.error, read).map((mistake) => ({ path, ...mistake }));
    return { note: undefined, problems };
  }
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const note = { kind, id, path, body: read.body, ...checked.data } as Concern | Part | Concept | System;
  const problems: KnowledgeProblem[] = [];
  return {
    note: withoutBadSignals(note, read.lineOf, (line, message) => problems.push({ path, line, message })),
    problems,
  };
}

function withoutBadSignals(
  note: Concern | Part | Concept | System,
  lineOf: KnowledgeText['lineOf'],
  report: (line: number, message: string) => void,
): Note {
  const good = (signals: readonly string[], keys: readonly PropertyKey[]) =>
    signals.filter((signal, i) => {
      try {
        compileSignal(signal);
        return true;
      } catch (error) {
        if (!(error instanceof SignalError)) throw error;
        report(lineOf([...keys, i]), error.message);
        return false;
      }
    });
  if (note.kind === 'concern' || note.kind === 'part') {
    return {
      ...note,
      headings: good(note.headings, ['headings']),
      signals: good(note.signals, ['signals']),
      mentions: good(note.mentions, ['mentions']),
    } as Concern | Part;
  }
  if (note.kind === 'system') {
    const checklist = note.checklist.map((item, i) => ({
      ...item,
      signals: good(item.signals, ['checklist', i, 'signals']),
    }));
    return { ...note, checklist } as System;
  }
  return note;
}
