import type { Finding } from '../../rules/finding';

/** What the linter found in one file. */
export interface FileReport {
  /** As it was named, or relative to the working folder. */
  readonly path: string;
  readonly findings: readonly Finding[];
  /** The id of the kind of system that the file is about, if it was recognised. */
  readonly system: string | null;
}

/** Turns reports into what is printed; `version` is this package's. */
export type Reporter = (reports: readonly FileReport[], version: string) => string;
