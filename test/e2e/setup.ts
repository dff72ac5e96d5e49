import type { TestProject } from 'vitest/node';
import { installExtension, packageExtension } from '../server/extension';
import { ensureBrowser } from '../server/install-browser';
import { removeFolder } from '../server/places';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder in which the packaged extension is installed. */
    extensions: string;
  }
}

/** Packages the extension and installs it, once for all windows. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await ensureBrowser();
  const extensions = await installExtension(await packageExtension());
  project.provide('extensions', extensions);
  return () => removeFolder(extensions);
}
