import { LineCounter, isMap, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';
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
  const refuse = (line: number, message: string): KnowledgeFile => ({
    note: undefined,
    problems: [{ path, line, message }],
  });
  const front = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$(?:\r?\n)?/m.exec(text);
  if (front?.index !== 0)
    return refuse(1, 'Begin the file with front matter: a line `---`, the keys, a line `---`.');
  const lines = new LineCounter();
  const yaml = parseDocument(front[1] ?? '', { lineCounter: lines, prettyErrors: false, schema: 'core' });
  // The block starts on the file's second line.
  const lineOf = (offset: number) => lines.linePos(offset).line + 1;
  const broken = yaml.errors[0];
  if (broken) return refuse(lineOf(broken.pos[0]), `The front matter is no valid YAML: ${broken.message}`);
  if (!isMap(yaml.contents)) return refuse(2, 'The front matter must be `key: value` lines.');
  const checked = SCHEMAS[kind].safeParse(yaml.toJS());
  const place = (keys: readonly PropertyKey[]) => lineOf(offsetOf(yaml, keys));
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => ({
      path,
      line: place(issue.path),
      message: wording(issue),
    }));
    return { note: undefined, problems };
  }
  const id = path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
  const body = text.slice(front[0].length).trim();
  const note = { kind, id, path, body, ...checked.data } as Concern | Part | Concept | System;
  const problems: KnowledgeProblem[] = [];
  return {
    note: withoutBadSignals(note, place, (line, message) => problems.push({ path, line, message })),
    problems,
  };
}

function withoutBadSignals(
  note: Concern | Part | Concept | System,
  place: (keys: readonly PropertyKey[]) => number,
  report: (line: number, message: string) => void,
): Note {
  const good = (signals: readonly string[], keys: readonly PropertyKey[]) =>
    signals.filter((signal, i) => {
      try {
        compileSignal(signal);
        return true;
      } catch (error) {
        if (!(error instanceof SignalError)) throw error;
        report(place([...keys, i]), error.message);
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

/** Offset in the YAML of the deepest node on the way that exists; a signal in a block text has a line of its own. */
function offsetOf(yaml: Document, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length--) {
    const node = yaml.getIn(keys.slice(0, length), true) as
      { range?: [number, number, number] | null } | undefined;
    if (node?.range) return node.range[0];
  }
  return 0;
}

function wording(issue: z.core.$ZodIssue): string {
  const key = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    return `Unknown key ${issue.keys.map((name) => `\`${name}\``).join(', ')}; take it out or correct its spelling.`;
  }
  if (issue.code === 'invalid_type' && issue.message.endsWith('received undefined'))
    return `Add the key \`${key}\` (${issue.expected}).`;
  return key === '' ? `${issue.message}.` : `Correct \`${key}\`: ${issue.message}.`;
}
