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
