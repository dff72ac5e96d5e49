import type { Point } from 'unist';

/** `off` in a configuration means the rule does not run. */
export type Level = 'off' | 'info' | 'warning' | 'error';

/** Replaces the text between two 0-based UTF-16 offsets. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One way to mend a finding. Edits do not overlap and are in ascending order. */
export interface Fix {
  /** What the fix does, as a menu shows it: "Add a section about latency". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What a rule has to say about a place in a doc. */
export interface Finding {
  /** The rule's id, for example `missing-concern`. */
  readonly rule: string;
  /** What exactly it is about, for example the concern's id; null when the rule says it all. */
  readonly subject: string | null;
  readonly severity: Exclude<Level, 'off'>;
  readonly message: string;
  /** 1-based line and column with the 0-based offset. */
  readonly start: Point & { offset: number };
  readonly end: Point & { offset: number };
  readonly fixes: readonly Fix[];
  /** The rule's page, as a path inside this package. */
  readonly page: string;
}
