/**
 * Where files are read from: the extension's folder on the desktop, the same over HTTP in a browser, the package's
 * folder on the command line, or memory in a test. Paths are relative, with `/` between names.
 */
export interface FileSource {
  /** Names of the files directly in a folder, sorted; empty when there is no such folder. */
  list(folder: string): Promise<string[]>;
  /** Names of the folders directly in a folder, sorted; empty when there is no such folder. */
  folders(folder: string): Promise<string[]>;
  /** The file's text as UTF-8. Rejects when it cannot be read. */
  read(path: string): Promise<string>;
}

/** Files held in memory, as `{ path: text }`: the library packed into the extension, or a test's. */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSource {
  const below = (folder: string): string[] => {
    const paths = Object.keys(files).filter((path) => path.startsWith(`${folder}/`));
    return paths.map((path) => path.slice(folder.length + 1)).sort();
  };
  return {
    list: (folder) => Promise.resolve(below(folder).filter((name) => !name.includes('/'))),
    folders(folder) {
      const nested = below(folder).filter((name) => name.includes('/'));
      return Promise.resolve([...new Set(nested.map((name) => name.slice(0, name.indexOf('/'))))]);
    },
    read(path) {
      const text = files[path];
      return text === undefined ? Promise.reject(new Error(`no such file: ${path}`)) : Promise.resolve(text);
    },
  };
}
