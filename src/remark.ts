import { readFile } from 'node:fs/promises';
import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import type { Plugin, Preset, Processor } from 'unified';
import type { VFile } from 'vfile';
import { parseDesignDoc } from './document/parse';
import { COMPILED, readCompiled } from './knowledge/compiled-library';
import type { Knowledge } from './knowledge/types';
import { DEFAULT_CONFIG, LEVELS, type LintConfig } from './lint/config';
import { lint } from './lint/lint';
import { RULE_METAS } from './lint/rule-metas';
import type { RuleMeta } from './rules/define-rule';
import type { Finding, Level } from './rules/finding';

const SOURCE = 'design-docs';

type RulePlugin = Plugin<[unknown?], Root>;

/** What the configuration of a processor says of the rules in it, by id. */
type Settings = Map<string, Setting>;

interface Setting {
  /** Undefined: the rule's own. */
  readonly level: Level | undefined;
  readonly options: Readonly<Record<string, unknown>>;
}

/** The plugins of a processor are all set up before the first of them runs. */
const settingsOf = new WeakMap<object, Settings>();

/** A rule as a plugin. It only says how the rule is set; the first in a processor runs them all, as one run of the linter. */
function rulePlugin(meta: RuleMeta): RulePlugin {
  const plugin: RulePlugin = function (this: Processor, value) {
    const before = settingsOf.get(this);
    const settings: Settings = before ?? new Map<string, Setting>();
    settings.set(meta.id, readSetting(meta, value));
    if (before) return undefined;
    settingsOf.set(this, settings);
    return async (_tree: Root, file: VFile) => {
      await lintFile(file, configOf(settings));
    };
  };
  Object.defineProperty(plugin, 'name', { value: `${SOURCE}:${meta.id}` });
  return plugin;
}

/** The names of levels as remark-lint has them, and our own. */
const LABELS: ReadonlyMap<unknown, Level | undefined> = new Map<unknown, Level | undefined>([
  ...LEVELS.map((level) => [level, level] as const),
  ...['on', 1, true].map((label) => [label, undefined] as const),
  ...[false, 0].map((label) => [label, 'off'] as const),
  ['warn', 'warning'],
  [2, 'error'],
]);

/** Reads `options`, `level`, `[level]` or `[level, options]`. Throws for a level that there is not. */
function readSetting(meta: RuleMeta, value: unknown): Setting {
  const isOptions = !Array.isArray(value) && !LABELS.has(value);
  const [label, options] = isOptions ? ['on', value] : [value].flat();
  if (!LABELS.has(label))
    throw new Error(`${SOURCE}:${meta.id} has no level ${JSON.stringify(label)}: use ${LEVELS.join(', ')}.`);
  // What is off by itself was put into the configuration to be heard of.
  const level = LABELS.get(label) ?? (meta.level === 'off' ? 'warning' : undefined);
  return { level, options: { ...(options as object | undefined) } };
}

function configOf(settings: Settings): LintConfig {
  const levels: Record<string, Level> = {};
  const options: Record<string, Setting['options']> = {};
  for (const { id } of RULE_METAS) {
    const setting = settings.get(id) ?? { level: 'off', options: {} };
    if (setting.level) levels[id] = setting.level;
    options[id] = setting.options;
  }
  return { ...DEFAULT_CONFIG, levels, options };
}

async function lintFile(file: VFile, config: LintConfig): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  const doc = parseDesignDoc(String(file));
  const { findings, failures } = await lint(doc, await knowledge(), { config, today });
  for (const finding of findings) report(file, finding);
  for (const { rule, error } of failures) {
    const said = file.message(`The rule failed: ${error.message}`, { source: SOURCE, ruleId: rule });
    said.fatal = true;
  }
}

const FATAL = { info: undefined, warning: false, error: true } as const;

function report(file: VFile, { message, start, end, rule, severity }: Finding): void {
  const said = file.message(message, { place: { start, end }, source: SOURCE, ruleId: rule });
  said.fatal = FATAL[severity];
}

let loaded: Promise<Knowledge> | undefined;

function knowledge(): Promise<Knowledge> {
  loaded ??= readFile(new URL(COMPILED, import.meta.url), 'utf8').then(
    (json) => readCompiled(json).knowledge,
  );
  return loaded;
}

const plugins = RULE_METAS.map((meta) => [meta, rulePlugin(meta)] as const);

/** Each rule as a plugin by its id, to switch it off or give it a level: `[rules['missing-goals'], false]`. */
export const rules: Readonly<Record<string, RulePlugin | undefined>> = Object.fromEntries(
  plugins.map(([{ id }, plugin]) => [id, plugin]),
);

/** All rules that are on by default, for a `.remarkrc`: `import designDocs from 'design-docs/remark'`. */
const preset: Preset = {
  plugins: [
    [remarkFrontmatter, ['yaml']],
    remarkGfm,
    ...plugins.filter(([{ level }]) => level !== 'off').map(([, plugin]) => plugin),
  ],
};

export default preset;
