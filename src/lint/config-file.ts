import { LineCounter, isMap, isScalar, parseDocument, type Document } from 'yaml';
import type * as z from 'zod';
import type { RuleMeta } from '../rules/define-rule';
import { didYouMean } from '../knowledge/closest';
import { isLevel, type LintConfig } from './config';
import { configSchema, type ConfigFile } from './config-schema';
import { takeOutLooseAliases } from './loose-aliases';

/** Something wrong in a configuration file. Lines and columns are 1-based; the end is exclusive. */
export interface ConfigProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A configuration file as read: what is right in it, and what is not. */
export interface ReadConfig {
  readonly config: ConfigFile;
  readonly problems: readonly ConfigProblem[];
}

/** What a configuration file can speak of. */
export interface Known {
  readonly rules: readonly RuleMeta[];
  /** Ids of the concerns. */
  readonly concerns: readonly string[];
}

type Path = readonly PropertyKey[];

/**
 * Reads a configuration file, YAML or JSON, and never throws. An entry with a mistake is left out, so that the default
 * holds for it, and becomes a problem at its place; text that is no YAML at all leaves everything at its default.
 */
export function readConfigFile(text: string, known: Known): ReadConfig {
  const lines = new LineCounter();
  const yaml = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
  });
  const problems: ConfigProblem[] = [];
  const report = (message: string, [from, to]: readonly [number, number]): void => {
    const [start, end] = [lines.linePos(from), lines.linePos(Math.max(from, to))];
    problems.push({ message, line: start.line, column: start.col, endLine: end.line, endColumn: end.col });
  };
  if (yaml.errors.length > 0) {
    for (const error of yaml.errors) report(`This is no valid YAML: ${error.message}`, error.pos);
    return { config: {}, problems };
  }
  const loose = takeOutLooseAliases(yaml);
  for (const { text: alias, range } of loose)
    report(
      `“${alias}” must be in quotes: without them YAML takes what begins with * for a reference.`,
      range,
    );
  let raw: unknown;
  try {
    raw = yaml.toJS();
  } catch (error) {
    // A few lines of aliases of aliases can stand for more than there is room for.
    report(`This cannot be read: ${error instanceof Error ? error.message : String(error)}`, [0, 0]);
  }
  if (raw === null || raw === undefined) return { config: {}, problems };
  for (const { path } of loose) remove(raw, path);
  const schema = configSchema(known.rules);
  const wrong: Path[] = [];
  for (const issue of schema.safeParse(raw).error?.issues ?? []) {
    for (const { path, message, atKey } of explain(issue, known)) {
      report(message, rangeOf(yaml, path, atKey));
      wrong.push(path);
    }
  }
  for (const path of wrong) remove(raw, path);
  const config = schema.safeParse(raw).data ?? {};
  for (const id of Object.keys(config.concerns ?? {})) {
    if (known.concerns.includes(id)) continue;
    const path = ['concerns', id];
    report(`There is no concern “${id}”.${didYouMean(id, known.concerns)}`, rangeOf(yaml, path, true));
    remove(config, path);
  }
  return { config, problems: problems.sort((a, b) => a.line - b.line || a.column - b.column) };
}

/** The configuration that results when a file lies above settings: what the file says holds. */
export function withConfigFile(below: LintConfig, { rules = {}, concerns = {} }: ConfigFile): LintConfig {
  const levels = { ...below.levels };
  const options = { ...below.options };
  for (const [id, value] of Object.entries(rules)) {
    if (isLevel(value)) levels[id] = value;
    else if (value) {
      const { level, ...others } = value;
      if (isLevel(level)) levels[id] = level;
      options[id] = { ...options[id], ...others };
    }
  }
  return { ...below, levels, options, concerns: { ...below.concerns, ...concerns } };
}

interface Mistake {
  readonly path: Path;
  readonly message: string;
  /** It stands at the key; otherwise at the value. */
  readonly atKey: boolean;
}

function explain(issue: z.core.$ZodIssue, known: Known, above: Path = []): Mistake[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: unknownKey(path, key, known),
      atKey: true,
    }));
  }
  if (issue.code === 'invalid_union') {
    // The way whose mistake lies deepest is the one that was meant.
    const meant = issue.errors.find((way) =>
      way.some((inner) => inner.path.length > 0 || isUnknownKey(inner)),
    );
    if (meant) return meant.flatMap((inner) => explain(inner, known, path));
    return [
      { path, message: `${nameOf(path)} must be off, info, warning or error, or a map.`, atKey: false },
    ];
  }
  return [{ path, message: `${nameOf(path)} ${issue.message}.`, atKey: false }];
}

function isUnknownKey({ code }: z.core.$ZodIssue): boolean {
  return code === 'unrecognized_keys';
}

function unknownKey(path: Path, key: string, { rules }: Known): string {
  const ids = rules.map(({ id }) => id);
  if (path.length === 0)
    return `There is no key “${key}”.${didYouMean(key, Object.keys(configSchema([]).shape))}`;
  if (path.length === 1) return `There is no rule “${key}”.${didYouMean(key, ids)}`;
  const options = Object.keys(rules.find(({ id }) => id === path[1])?.options?.shape ?? {});
  return `${String(path[1])} has no option “${key}”.${didYouMean(key, ['level', ...options])}`;
}

function nameOf(path: Path): string {
  return path.length === 0 ? 'The file' : `“${path.map(String).join('.')}”`;
}

/** Offsets of the key or the value at a path; of the nearest above it that has a place. */
function rangeOf(yaml: Document, path: Path, atKey: boolean): [number, number] {
  for (let length = path.length; length > 0; length--) {
    const parent = yaml.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && String(key.value) === String(path[length - 1]))
      : undefined;
    const key = isScalar(pair?.key) ? pair.key : undefined;
    const value = yaml.getIn(path.slice(0, length), true) as
      { range?: [number, number, number] | null } | undefined;
    const range = (atKey ? key?.range : value?.range) ?? key?.range;
    if (range) return [range[0], range[1]];
  }
  return [0, 0];
}

/** Takes out what is wrong: one rule, one concern, one option, or else the whole key of the file. */
function remove(raw: unknown, path: Path): void {
  const [top] = path;
  const deep = top === 'rules' || top === 'concerns' ? Math.min(path.length, 3) : 1;
  let at = raw;
  for (const key of path.slice(0, deep - 1)) at = (at as Record<PropertyKey, unknown> | undefined)?.[key];
  const last = path[deep - 1];
  if (typeof at === 'object' && at !== null && last !== undefined) Reflect.deleteProperty(at, last);
}
