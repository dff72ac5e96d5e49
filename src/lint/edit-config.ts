import { isMap, parseDocument } from 'yaml';

/** The text of a configuration file that does not exist yet begins with what it is. */
const HEAD = '# What the Design Docs linter is told to do in this folder and below.\n';

/**
 * The text of a configuration file with a rule or a concern switched off; comments and order stay. Undefined when the
 * text cannot be read as YAML or JSON, so that nothing is lost.
 *
 * @param text undefined when there is no file yet
 * @param key where it stands: `['rules', 'missing-goals']`, `['concerns', 'cost']`
 */
export function switchedOff(text: string | undefined, key: readonly [string, string]): string | undefined {
  const source = text ?? HEAD;
  const yaml = parseDocument(source, { schema: 'core' });
  if (yaml.errors.length > 0 || (yaml.contents !== null && !isMap(yaml.contents))) return undefined;
  if (source.trimStart().startsWith('{')) return inJson(source, key);
  const [section, name] = key;
  if (!isMap(yaml.get(section))) yaml.set(section, yaml.createNode({}));
  const options = yaml.getIn([section, name], true);
  if (isMap(options)) options.set('level', 'off');
  else yaml.setIn([section, name], 'off');
  return yaml.toString({ lineWidth: 0 });
}

function inJson(text: string, [section, name]: readonly [string, string]): string | undefined {
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch {
    return undefined;
  }
  const whole = config as Record<string, Record<string, unknown> | undefined>;
  const old = whole[section]?.[name];
  const value = typeof old === 'object' && old !== null ? { ...old, level: 'off' } : 'off';
  const indent = /^\{\s*?\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  return JSON.stringify({ ...whole, [section]: { ...whole[section], [name]: value } }, null, indent) + end;
}
