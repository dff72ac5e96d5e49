import { ConfigurationTarget, workspace, type Uri } from 'vscode';
import type { PageSettings } from './protocol';

const THEMES = ['vscode', 'base', 'forest', 'dark', 'default', 'neutral'] as const;
const MOUSE = ['always', 'alt', 'never'] as const;

/** Setting names whose change the page must hear of. */
export const PANEL_SETTINGS = ['designDocs.panel', 'markdown-mermaid'];

/** The panel's settings for a document; of the `markdown-mermaid` ones those that VS Code's preview reads too. */
export function panelSettings(uri: Uri | undefined): PageSettings {
  const mermaid = workspace.getConfiguration('markdown-mermaid', uri);
  const maxTextSize = mermaid.get<unknown>('maxTextSize');
  return {
    follow: workspace.getConfiguration('designDocs.panel', uri).get<unknown>('followCursor') !== false,
    lightTheme: oneOf(THEMES, mermaid.get('lightModeTheme')) ?? 'vscode',
    darkTheme: oneOf(THEMES, mermaid.get('darkModeTheme')) ?? 'vscode',
    maxTextSize:
      typeof maxTextSize === 'number' && maxTextSize > 0 ? Math.min(maxTextSize, 1_000_000) : 50_000,
    mouse: oneOf(MOUSE, mermaid.get('mouseNavigation.enabled')) ?? 'alt',
  };
}

/** Turns following the cursor on or off, where it was set before. */
export async function setFollow(on: boolean): Promise<void> {
  const settings = workspace.getConfiguration('designDocs.panel');
  const inWorkspace = settings.inspect('followCursor')?.workspaceValue !== undefined;
  await settings.update(
    'followCursor',
    on,
    inWorkspace ? ConfigurationTarget.Workspace : ConfigurationTarget.Global,
  );
}

function oneOf<T>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((it) => it === value);
}
