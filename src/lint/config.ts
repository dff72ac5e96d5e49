import type { RuleMeta } from '../rules/define-rule';
import type { Level } from '../rules/finding';

/** What the linter is told to do. */
export interface LintConfig {
  /** Level of each rule by id; a rule that is not named has its own default. */
  readonly levels: Readonly<Record<string, Level>>;
  /** Level of each concern in `missing-concern` and `vague-concern`, by id; only ever lowers the rule's. */
  readonly concerns: Readonly<Record<string, Level>>;
  /** Options of each rule by id. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Every rule runs and every expectation holds, whatever the levels or the doc's form say. */
  readonly allRules: boolean;
}

export const DEFAULT_CONFIG: LintConfig = { levels: {}, concerns: {}, options: {}, allRules: false };

const LEVELS: readonly Level[] = ['off', 'info', 'warning', 'error'];

/** Whether a value is a level's name. */
export function isLevel(value: unknown): value is Level {
  return LEVELS.includes(value as Level);
}

/** The lower of two levels. */
export function lowerLevel(a: Level, b: Level): Level {
  return LEVELS.indexOf(a) <= LEVELS.indexOf(b) ? a : b;
}

/** The level at which a rule runs; a rule that is switched off is still run, as `info`, under `allRules`. */
export function levelOf(config: LintConfig, { id, level }: RuleMeta): Level {
  const asked = config.levels[id] ?? level;
  return asked === 'off' && config.allRules ? 'info' : asked;
}
