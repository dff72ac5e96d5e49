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
  /**
   * Who may apply it, where it loses nothing that the author wrote. `tidies`: it takes out what only the linter reads,
   * which an editor may do on saving. `adds`: it puts in what is missing, which a run that was asked to fix may do.
   * Without it the fix takes away or rewrites words: that is for somebody who has read the finding.
   */
  readonly effect?: 'tidies' | 'adds';
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
