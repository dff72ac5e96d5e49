import { isAlias, isMap, isScalar, parseDocument, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import type { TextEdit } from '../rules/finding';
import { newline } from '../rules/text-edits';
import { applyEdits } from './fix-all';
import { takeOutLooseAliases } from './loose-aliases';

/** Where something stands in a configuration file: `['rules', 'missing-goals']`, `['concerns', 'cost']`. */
export type ConfigKey = readonly [section: string, name: string];

/** The text of a configuration file that did not exist: it says what it is, and that a rule or a concern is off. */
export function newConfig([section, name]: ConfigKey): string {
  return `# What the Design Docs linter is told to do in this folder and below.\n\n${section}:\n  ${name}: off\n`;
}

/**
 * The edit of a configuration file, YAML or JSON, that switches a rule or a concern off. All else stays as it is, to
 * the byte. Undefined when the text cannot be read, or when one edit would change more than that.
 */
export function switchedOff(text: string, key: ConfigKey): TextEdit | undefined {
  const yaml = read(text);
  if (!yaml) return undefined;
  const map: unknown = yaml.contents;
  const edit = isMap(map)
    ? new ConfigEdit(text, map as Map).put(map as Map, key)
    : appended(text, [`${key[0]}:`, `  ${key[1]}: off`]);
  return edit && valueOf(applyEdits(text, [edit])) === withOff(valueOf(text), key) ? edit : undefined;
}

type Map = YAMLMap.Parsed;
type Entry = Pair<ParsedNode, ParsedNode | null>;
type Path = readonly [string, ...string[]];

class ConfigEdit {
  /** JSON wants quotes; YAML in braces does not mind them. */
  private readonly quoted: boolean;
  private readonly newline: string;
  /** What a line is indented by, relative to the one it belongs to. */
  private readonly step: string;

  constructor(
    private readonly text: string,
    private readonly top: Map,
  ) {
    this.quoted = top.flow === true;
    this.newline = newline({ text });
    this.step = /^([ \t]+)[^\s#-]/m.exec(text)?.[1] ?? '  ';
  }

  /** Puts `off` at a path below a map. */
  put(map: Map, [key, ...rest]: Path): TextEdit | undefined {
    const entry = map.items.find((item) => isScalar(item.key) && item.key.value === key);
    if (!entry) return map.flow ? this.addInBraces(map, [key, ...rest]) : this.addLine(map, [key, ...rest]);
    const { value } = entry;
    const [name, ...deeper] = rest;
    if (isMap(value)) return this.put(value, name === undefined ? ['level'] : [name, ...deeper]);
    if (!isScalar(value) && !isAlias(value)) return undefined;
    if (name === undefined) return this.replace(entry, this.word('off'));
    if (!isScalar(value) || value.value !== null) return undefined;
    // Nothing stands there yet, or a null.
    if (!this.isBlank(entry) || map.flow) return this.replace(entry, `{${this.inLine([name, ...deeper])}}`);
    const start = entry.key.range[0];
    return this.below(start, `${this.indentAt(start) ?? ''}${this.step}${name}: off`);
  }

  private addInBraces(map: Map, path: Path): TextEdit {
    const last = map.items.at(-1);
    if (!last) return insert(map.range[0] + 1, this.inLine(path));
    const indent = this.indentAt(last.key.range[0]);
    const separator = indent === undefined ? ' ' : this.newline + indent;
    const text = indent === undefined ? this.inLine(path) : this.inLines(path, indent);
    return insert((last.value ?? last.key).range[1], `,${separator}${text}`);
  }

  private addLine(map: Map, [key, name]: Path): TextEdit | undefined {
    const indent = this.indentAt(map.range[0]);
    if (indent === undefined) return undefined;
    if (name === undefined)
      return this.below(this.text.slice(0, map.range[1]).trimEnd().length, `${indent}${key}: off`);
    return appended(this.text, [`${indent}${key}:`, `${indent}${this.step}${name}: off`]);
  }

  private replace(entry: Entry, word: string): TextEdit | undefined {
    const { key, value } = entry;
    if (this.isBlank(entry)) return insert(this.text.indexOf(':', key.range[1]) + 1, ` ${word}`);
    return value?.range && { start: value.range[0], end: value.range[1], text: word };
  }

  private isBlank({ value }: Entry): boolean {
    return value?.range[0] === value?.range[1];
  }

  private word(text: string): string {
    return this.quoted ? JSON.stringify(text) : text;
  }

  /** What stands at the end of a path, in braces on one line. */
  private inLine([key, name]: Path): string {
    const value = name === undefined ? this.word('off') : `{${this.inLine([name])}}`;
    return `${this.word(key)}: ${value}`;
  }

  /** The same where every entry has a line of its own. */
  private inLines([key, name]: Path, indent: string): string {
    if (name === undefined) return this.inLine([key]);
    const inner = `${this.newline}${indent}${this.step}${this.inLine([name])}${this.newline}${indent}`;
    return `${this.word(key)}: {${inner}}`;
  }

  /** A line of its own below the one in which an offset stands. */
  private below(offset: number, line: string): TextEdit {
    const end = /\r?\n|$/.exec(this.text.slice(offset))?.index ?? 0;
    return insert(offset + end, this.newline + line);
  }

  /** The white space in front of an offset; undefined where something else stands in its line. */
  private indentAt(offset: number): string | undefined {
    const before = this.text.slice(this.text.lastIndexOf('\n', offset - 1) + 1, offset);
    return before.trim() === '' ? before : undefined;
  }
}

function insert(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function appended(text: string, lines: readonly string[]): TextEdit {
  const end = newline({ text });
  const before = text === '' || text.endsWith('\n') ? '' : end;
  return insert(text.length, before + lines.map((line) => line + end).join(''));
}

function read(text: string) {
  const yaml = parseDocument(text, { schema: 'core' });
  return yaml.errors.length > 0 ? undefined : yaml;
}

/** What a text says, as JSON; undefined when it cannot be read. */
function valueOf(text: string): string | undefined {
  const yaml = read(text);
  if (!yaml) return undefined;
  takeOutLooseAliases(yaml);
  try {
    return JSON.stringify(yaml.toJS());
  } catch {
    return undefined;
  }
}

/** The same with a rule or a concern switched off. */
function withOff(json: string | undefined, [section, name]: ConfigKey): string | undefined {
  const whole = JSON.parse(json ?? 'null') as Record<string, Record<string, unknown> | null> | null;
  const old = whole?.[section]?.[name];
  const value = typeof old === 'object' && old !== null ? { ...old, level: 'off' } : 'off';
  return JSON.stringify({ ...whole, [section]: { ...whole?.[section], [name]: value } });
}
