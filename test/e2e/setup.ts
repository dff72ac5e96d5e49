import type { TestProject } from 'vitest/node';
import { installExtension, packageExtension } from '../server/extension';
import { ensureBrowser } from '../server/install-browser';
import { removeFolder } from '../server/places';
import { onDesktop } from '../server/versions';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The packaged extension. */
    vsix: string;
    /** Folder in which it is installed for the server; empty on the desktop, where each window installs it. */
    extensions: string;
  }
}

/** Packages the extension and installs it, once for all windows. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const vsix = await packageExtension();
  project.provide('vsix', vsix);
  if (onDesktop) {
    project.provide('extensions', '');
    return () => Promise.resolve();
  }
  await ensureBrowser();
  const extensions = await installExtension(vsix);
  project.provide('extensions', extensions);
  return () => removeFolder(extensions);
}
