/** A set of specs that share one start of VS Code. */
export interface HostSuite {
  /** Name of the bundle in dist/test, which is also the folder below test/host (`index`: test/host itself). */
  readonly name: string;
  /** What is opened, below test/host: a folder or a `.code-workspace` file; nothing when left out. */
  readonly open?: string;
  /** With true, the extension's `browser` entry runs in the web-worker extension host. */
  readonly web?: boolean;
}

/** All sets of specs, in the order they run. */
export const hostSuites: readonly HostSuite[] = [
  { name: 'index', open: 'workspace' },
  { name: 'multi-root', open: 'several-roots/both.code-workspace' },
  { name: 'no-folder' },
  { name: 'web', open: 'workspace', web: true },
];
