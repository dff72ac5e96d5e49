import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath } from '@vscode/test-electron';
import { join } from 'node:path';
import { removeFolder, temporaryFolder } from './places';
import { runOrThrow } from './processes';
import { cleanWindow, writeSettings, type Settings } from './settings';
import { current, type Host } from './versions';

// What this file does could not be run where it was written, for lack of a way to VS Code's own downloads.

/** How a desktop VS Code is to be started. */
export interface DesktopOptions {
  /** Which VS Code; the current one when left out. */
  readonly host?: Host;
  /** A package to install first. */
  readonly vsix: string;
  /** User settings, on top of those that make for a clean window. */
  readonly settings?: Settings;
  /** With false, workspaces open in Restricted Mode. True when left out. */
  readonly trusted?: boolean;
}

/** A desktop VS Code, ready to be started. */
export interface Desktop {
  readonly executable: string;
  /** Arguments that go before the folder to open. */
  readonly args: readonly string[];
  /** Removes its data, once it has ended. */
  remove(): Promise<void>;
}

/** Downloads a desktop VS Code when missing, and gives it settings and the extension. */
export async function prepareDesktop(options: DesktopOptions): Promise<Desktop> {
  const executable = await downloadAndUnzipVSCode((options.host ?? current).vscode);
  const data = await temporaryFolder('desktop');
  const places = ['--user-data-dir', data, '--extensions-dir', join(data, 'extensions')];
  await writeSettings(join(data, 'User'), { ...cleanWindow, ...options.settings });
  const [cli = executable, ...first] = resolveCliArgsFromVSCodeExecutablePath(executable, {
    reuseMachineInstall: true,
  });
  await runOrThrow(cli, [...first, ...places, '--install-extension', options.vsix]);
  return {
    executable,
    args: [
      ...places,
      ...['--new-window', '--skip-welcome', '--skip-release-notes', '--disable-updates', '--no-sandbox'],
      ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
    ],
    remove: () => removeFolder(data),
  };
}
