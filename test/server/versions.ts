/** A VS Code that the tests run in. */
export interface Host {
  /** Version of VS Code, as `engines.vscode` counts. */
  readonly vscode: string;
  /** Version of the npm package that carries this VS Code's server. */
  readonly codeServer: string;
  /** Major version of the Node that the server needs, whatever runs on the machine. */
  readonly node: number;
  /** Version of ripgrep, where the server would fetch it by a script of its own; files are found with it. */
  readonly ripgrep?: string;
}

/** The VS Code that everything is shown and tested in. */
export const current: Host = { vscode: '1.139.1', codeServer: '4.139.1', node: 24 };

/** The oldest VS Code the extension promises to run in: `engines.vscode` in package.json. */
export const oldest: Host = { vscode: '1.100.3', codeServer: '4.100.3', node: 20, ripgrep: '1.18.0' };

/** Whether a desktop VS Code is to be used instead of the server and a headless browser. */
export const onDesktop = process.env['DESIGN_DOCS_VSCODE'] === 'desktop';
