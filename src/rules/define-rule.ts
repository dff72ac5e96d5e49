import type * as z from 'zod';
import type { DesignDoc, Span } from '../document/types';
import type { Reading } from '../knowledge/reading';
import type { Fix, Level } from './finding';

/** What a rule is, before what it does. */
export interface RuleMeta {
  /** Lower case with hyphens; never changes once published. */
  readonly id: string;
  /** The level when no configuration says otherwise. */
  readonly level: Level;
  /** What the rule is for, in one sentence. */
  readonly summary: string;
  /** Its finding is left out where another rule's stands at the same place: that one says more. */
  readonly givesWay?: boolean;
  /**
   * What the rule can be told in the configuration, each optional and described (`.describe`): checked there, and
   * offered by completion. A rule without it takes no options.
   */
  readonly options?: z.ZodObject;
}

/** What a rule reports. */
export interface Report {
  readonly message: string;
  /** Where it stands. */
  readonly at: Span;
  readonly subject?: string;
  /** The concern it belongs to, where the subject is another: what a configuration says of the concern holds for it. */
  readonly concern?: string;
  readonly fixes?: readonly Fix[];
  /** In place of the rule's default level, where the rule is less sure; what a configuration says counts for both. */
  readonly level?: Level;
}

/** What a rule looks at: the doc, and what the knowledge reads in it. */
export interface RuleContext<Options> {
  readonly doc: DesignDoc;
  readonly reading: Reading;
  readonly options: Options;
  /** The day the linter runs, as `YYYY-MM-DD`. */
  readonly today: string;
  readonly report: (report: Report) => void;
}

/** A rule with what it is for. */
export interface Rule {
  readonly meta: RuleMeta;
  /** Looks at a doc and reports what it finds. May throw. */
  readonly check: (context: RuleContext<Readonly<Record<string, unknown>>>) => void | Promise<void>;
}

/** Path, inside this package, of a rule's page: it is shipped, so that reading it needs no network. */
export function rulePage(id: string): string {
  return `docs/rules/${id}.md`;
}

/**
 * Makes a rule of its metadata and its check. The check reads the `DesignDoc` and not a syntax tree, so that a text is
 * parsed once however many rules run.
 */
export function defineRule<Options = object>(
  meta: RuleMeta,
  check: (context: RuleContext<Partial<Options>>) => void | Promise<void>,
): Rule {
  return { meta, check: check as Rule['check'] };
}
