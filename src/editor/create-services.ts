import { Uri, window, workspace, type ExtensionContext } from 'vscode';
import { LIBRARY, libraryFiles, type FileSource } from '../knowledge/file-source';
import { loadKnowledge } from '../knowledge/load';
import type { Knowledge } from '../knowledge/types';
import { DocStore } from './doc-store';
import { Linter } from './linter';
import type { Services } from './services';
import { WhichFiles } from './which-files';

/** Makes what the features share; it is let go of with the extension's context. */
export function createServices(context: ExtensionContext): Services {
  const output = window.createOutputChannel('Design Docs', { log: true });
  const library = once(() => readLibrary(context.extensionUri));
  const knowledge = once(async (): Promise<Knowledge> => {
    const loaded = await loadKnowledge([await library()]);
    for (const { path, line, message } of loaded.problems) output.error(`${path}:${String(line)} ${message}`);
    return loaded;
  });
  const templates = once(async (): Promise<ReadonlySet<string>> => {
    const names = await (await library()).list('templates');
    return new Set(names.map((name) => name.replace(/\.md$/, '')));
  });
  const docs = new DocStore();
  const files = new WhichFiles(context, docs, templates);
  const linter = new Linter(docs, files, knowledge, output);
  context.subscriptions.push(output, docs, files, linter);
  return { extensionUri: context.extensionUri, output, library, knowledge, files, docs, linter };
}

async function readLibrary(extensionUri: Uri): Promise<FileSource> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, LIBRARY));
  return libraryFiles(new TextDecoder().decode(bytes));
}

/** Calls a function on first use and remembers its result; a failure is forgotten, so that the next call tries again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
