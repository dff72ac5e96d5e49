import { Uri, window, workspace, type ExtensionContext } from 'vscode';
import { COMPILED, readCompiled, type CompiledLibrary } from '../knowledge/compiled-library';
import { memoryFiles } from '../knowledge/file-source';
import { OWN_FOLDER } from '../lint/config-schema';
import { ConfigFiles } from './config-files';
import { DocStore } from './doc-store';
import { folderFiles } from './extension-files';
import { Linter } from './linter';
import { ProjectKnowledge } from './project-knowledge';
import type { Services } from './services';
import { WhichFiles } from './which-files';

/** Makes what the features share; it is let go of with the extension's context. */
export function createServices(context: ExtensionContext): Services {
  const output = window.createOutputChannel('Design Docs', { log: true });
  const library = once(() => readLibrary(context.extensionUri));
  const shippedFiles = async () => memoryFiles((await library()).templates);
  const knowledge = new ProjectKnowledge(async () => (await library()).knowledge);
  const templates = async (home: Uri | undefined): Promise<ReadonlySet<string>> => {
    const sources = [await shippedFiles()];
    if (home && workspace.isTrusted) sources.push(folderFiles(Uri.joinPath(home, OWN_FOLDER)));
    const names = await Promise.all(sources.map((source) => source.list('templates')));
    return new Set(names.flat().map((name) => name.replace(/\.md$/, '')));
  };
  const docs = new DocStore();
  const configs = new ConfigFiles((home) => knowledge.of(home));
  const files = new WhichFiles(context, docs, templates, configs);
  const linter = new Linter(docs, files, configs, knowledge, output);
  const spoken = knowledge.onDidChange(() => {
    configs.refresh();
  });
  context.subscriptions.push(output, docs, spoken, knowledge, configs, files, linter);
  return {
    extensionUri: context.extensionUri,
    output,
    shippedTemplates: shippedFiles,
    knowledge: async (document) => knowledge.of(document && (await configs.homeOf(document))),
    fileOfNote: (note) => knowledge.fileOf(note),
    onDidChangeKnowledge: knowledge.onDidChange,
    configs,
    files,
    docs,
    linter,
  };
}

async function readLibrary(extensionUri: Uri): Promise<CompiledLibrary> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'dist', COMPILED));
  return readCompiled(new TextDecoder().decode(bytes));
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
