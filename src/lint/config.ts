import type { RuleMeta } from '../rules/define-rule';
import type { Level } from '../rules/finding';

/** What the linter is told to do. */
export interface LintConfig {
  /** Level of each rule by id; a rule that is not named has its own default. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Level of each concern by id: as it is in `missing-concern`, at most that in every other rule. */
  readonly concerns: Readonly<Record<string, Level>>;
  /** Options of each rule by id. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Every rule runs and every expectation holds, whatever the levels or the doc's form say. */
  readonly allRules: boolean;
}

export const DEFAULT_CONFIG: LintConfig = { levels: {}, concerns: {}, options: {}, allRules: false };

/** The names of the levels, rising. */
export const LEVELS = ['off', 'info', 'warning', 'error'] as const satisfies readonly Level[];

/** Whether a value is a level's name. */
export function isLevel(value: unknown): value is Level {
  return LEVELS.includes(value as Level);
}

/** The level of a finding, about a concern or none, of a rule that runs at `level`; under `allRules` nothing is lowered. */
export function severityOf(config: LintConfig, rule: string, level: Level, concern: string | null): Level {
  const most = concern === null ? undefined : config.concerns[concern];
  if (most === undefined || config.allRules) return level;
  if (rule === 'missing-concern') return most;
  return LEVELS.indexOf(most) < LEVELS.indexOf(level) ? most : level;
}

/** The level at which a rule runs; a rule that is switched off is still run, as `info`, under `allRules`. */
export function levelOf(config: LintConfig, { id, level }: RuleMeta): Level {
  const asked = config.levels[id] ?? level;
  return asked === 'off' && config.allRules ? 'info' : asked;
}
