/**
 * Where files are read from: the extension's folder on the desktop, the same over HTTP in a browser, the package's
 * folder on the command line, or memory in a test. Paths are relative, with `/` between names.
 */
export interface FileSource {
  /** Names of the files directly in a folder, sorted; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** The file's text as UTF-8. Rejects when it cannot be read. */
  read(path: string): Promise<string>;
}

/** Files held in memory, as `{ path: text }`: the library packed into the extension, or a test's. */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSource {
  return {
    list(folder) {
      const prefix = `${folder}/`;
      const below = Object.keys(files).filter((path) => path.startsWith(prefix));
      const names = below.map((path) => path.slice(prefix.length)).filter((name) => !name.includes('/'));
      return Promise.resolve(names.sort());
    },
    read(path) {
      const text = files[path];
      return text === undefined ? Promise.reject(new Error(`no such file: ${path}`)) : Promise.resolve(text);
    },
  };
}
