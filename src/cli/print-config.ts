import type { Concern } from '../knowledge/types';
import { levelOf, severityOf, type LintConfig } from '../lint/config';
import { RULE_METAS } from '../lint/rule-metas';
import type { Level } from '../rules/finding';
import { missingConcern } from '../rules/missing-concern';
import type { Project } from './projects';
import { shownPath } from './say';

/** What holds for a file, as JSON: where it comes from, every rule's level and options, and which files are meant. */
export function printConfig({ file, config, patterns, knowledge }: Project, path: string): string {
  const rules = RULE_METAS.map((meta) => {
    const options = config.options[meta.id];
    const level = levelOf(config, meta);
    return [meta.id, options ? { level, ...options } : level];
  });
  const concerns = knowledge.concerns.map((concern) => [concern.id, levelOfConcern(config, concern)]);
  const shown = {
    file: shownPath(path),
    config: file === undefined ? null : shownPath(file),
    rules: Object.fromEntries(rules) as unknown,
    concerns: Object.fromEntries(concerns) as unknown,
    ...patterns,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}

/** The level of `missing-concern` for one concern, in a doc about no system that lives by it. */
function levelOfConcern(config: LintConfig, concern: Concern): Level {
  const { meta } = missingConcern;
  const level = levelOf(config, meta);
  if (level === 'off') return level;
  return severityOf(
    config,
    meta.id,
    config.levels[meta.id] === undefined ? concern.level : level,
    concern.id,
  );
}
