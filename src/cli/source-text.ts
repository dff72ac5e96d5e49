import { isUtf8 } from 'node:buffer';
import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { STDIN } from './find-files';
import { reasonOf, shownPath } from './say';

/** What a file holds. */
export interface SourceText {
  /** Without the byte order mark. */
  readonly text: string;
  /** Whether the file begins with a byte order mark. */
  readonly marked: boolean;
  /** Otherwise `text` is a guess: written back, what was misread would be lost. */
  readonly isUtf8: boolean;
}

/** A file that cannot be read or written; the message names it. */
export class FileError extends Error {
  constructor(verb: 'read' | 'write', path: string, reason: unknown) {
    super(`cannot ${verb} ${path === '' ? '“”' : shownPath(path)}: ${reasonOf(reason)}`, { cause: reason });
  }
}

const MARK = '\uFEFF';

/** A file's text, or that of standard input. Rejects with a `FileError`. */
export async function readSource(path: string): Promise<SourceText> {
  try {
    const bytes = path === STDIN ? await buffer(process.stdin) : await readFile(path);
    const text = bytes.toString('utf8');
    const marked = text.startsWith(MARK);
    // Zeros give UTF-16 away where it has no mark.
    return {
      text: marked ? text.slice(MARK.length) : text,
      marked,
      isUtf8: isUtf8(bytes) && !bytes.includes(0),
    };
  } catch (error) {
    throw new FileError('read', path, error);
  }
}

/** Writes a file as it was read. Rejects with a `FileError`. */
export async function writeSource(path: string, { text, marked }: Omit<SourceText, 'isUtf8'>): Promise<void> {
  try {
    await writeFile(path, marked ? MARK + text : text);
  } catch (error) {
    throw new FileError('write', path, error);
  }
}
