import { levelOf, severityOf } from '../lint/config';
import { RULE_METAS } from '../lint/rule-metas';
import type { Project } from './projects';
import { shownPath } from './say';

/** What holds for a file, as JSON: where it comes from, every rule's level and options, and which files are meant. */
export function printConfig({ file, config, patterns, knowledge }: Project, path: string): string {
  const rules = RULE_METAS.map((meta) => {
    const options = config.options[meta.id];
    const level = levelOf(config, meta);
    return [meta.id, options ? { level, ...options } : level];
  });
  const missing = RULE_METAS.find(({ id }) => id === 'missing-concern');
  const level = missing ? levelOf(config, missing) : 'off';
  const concerns = knowledge.concerns.map(({ id }) => [
    id,
    level === 'off' ? level : severityOf(config, 'missing-concern', level, id),
  ]);
  const shown = {
    file: shownPath(path),
    config: file === undefined ? null : shownPath(file),
    rules: Object.fromEntries(rules) as unknown,
    concerns: Object.fromEntries(concerns) as unknown,
    ...patterns,
  };
  return `${JSON.stringify(shown, null, 2)}\n`;
}
