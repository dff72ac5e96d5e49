import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** User settings of VS Code. */
export type Settings = Readonly<Record<string, unknown>>;

/** Settings that take away all that VS Code shows of itself at a first start. */
export const cleanWindow: Settings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** Writes user settings into a `User` folder, which is made when missing. */
export async function writeSettings(folder: string, settings: Settings): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'settings.json'), `${JSON.stringify(settings, null, 2)}\n`);
}
