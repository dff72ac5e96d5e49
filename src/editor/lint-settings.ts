import { workspace, type Uri } from 'vscode';
import { DEFAULT_CONFIG, isLevel, type LintConfig } from '../lint/config';
import { withConfigFile } from '../lint/config-file';
import type { ConfigFile } from '../lint/config-schema';
import type { Level } from '../rules/finding';

/**
 * The linter's configuration for a document: VS Code's settings, and above them what the configuration file says.
 * Values in settings that are no levels are ignored: the settings editor has marked them already.
 */
export function lintSettings(uri: Uri, file: ConfigFile | undefined): LintConfig {
  const settings = workspace.getConfiguration('designDocs', uri);
  const below = {
    ...DEFAULT_CONFIG,
    levels: levels(settings.get('rules')),
    concerns: levels(settings.get('concerns')),
  };
  return file ? withConfigFile(below, file) : below;
}

function levels(value: unknown): Record<string, Level> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, Level] => isLevel(entry[1])),
  );
}
