import { relative, sep } from 'node:path';

/** Says something on standard error, as one line. */
export function say(message: string): void {
  process.stderr.write(`design-docs: ${message}\n`);
}

/** A path as a reader of the output would write it: from the working folder when it lies there, with `/`. */
export function shownPath(path: string): string {
  const near = relative('.', path);
  return (near === '' || near.startsWith('..') ? path : near).split(sep).join('/');
}

/** Why a file operation failed, without the system call and the path that Node adds. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/, \w+(?: '.*')?$/, '');
}
