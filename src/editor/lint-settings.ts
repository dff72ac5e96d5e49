import { workspace, type Uri } from 'vscode';
import type { Level } from '../rules/finding';
import { DEFAULT_CONFIG, isLevel, type LintConfig } from '../lint/config';

/** The linter's configuration for a document, from VS Code's settings. Values that are no levels are ignored. */
export function lintSettings(uri: Uri): LintConfig {
  const settings = workspace.getConfiguration('designDocs', uri);
  return { ...DEFAULT_CONFIG, levels: levels(settings.get('rules')), concerns: levels(settings.get('concerns')) };
}

function levels(value: unknown): Record<string, Level> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Level] => isLevel(entry[1])));
}
