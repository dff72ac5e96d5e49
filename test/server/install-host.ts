import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { downloads, removeFolder } from './places';
import { runOrThrow } from './processes';
import { megabytesOf, withProgress } from './progress';
import type { Host } from './versions';

/** Where an installed host's two files are. */
export interface InstalledHost {
  /** The Node binary that fits this host. */
  readonly node: string;
  /** The server's script, to be run with that Node. */
  readonly server: string;
}

/**
 * Installs a VS Code server and the Node it needs, unless they are there. They are put together in a
 * folder of this process and moved to their place when complete, so an interrupted installation is done
 * again and two at once do no harm.
 */
export async function ensureHost(host: Host): Promise<InstalledHost> {
  const name = `vscode-${host.vscode}`;
  const place = join(downloads, name);
  if (!existsSync(place)) {
    await mkdir(downloads, { recursive: true });
    await removeAbandoned(name);
    const building = join(downloads, `${name}.${process.pid}.partial`);
    await mkdir(building);
    await install(host, building);
    await rename(building, place).catch(async (error: unknown) => {
      if (!existsSync(place)) throw error;
      await removeFolder(building);
    });
  }
  return { node: join(place, nodeBinary()), server: join(place, vscodeFolder, 'out/server-main.js') };
}

/** Removes what installations left behind whose process is gone. */
async function removeAbandoned(name: string): Promise<void> {
  for (const entry of await readdir(downloads)) {
    const owner = entry.startsWith(`${name}.`) ? /\.(\d+)\.partial$/.exec(entry)?.[1] : undefined;
    if (owner !== undefined && !isRunning(Number(owner))) await removeFolder(join(downloads, entry));
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

const vscodeFolder = 'node_modules/code-server/lib/vscode';

async function install(host: Host, folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const npm = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await withProgress(
    {
      what: `VS Code ${host.vscode} (1 of 2): its server and Node ${host.node}`,
      howFar: () => megabytesOf(folder, 400),
    },
    () => {
      const ripgrep = host.ripgrep === undefined ? [] : [`${ripgrepPackage()}@${host.ripgrep}`];
      const packages = [`code-server@${host.codeServer}`, `${nodePackage()}@${host.node}`, ...ripgrep];
      return runOrThrow('npm', [...npm, ...packages], { cwd: folder });
    },
  );
  const vscode = join(folder, vscodeFolder);
  await withProgress(
    {
      what: `VS Code ${host.vscode} (2 of 2): the packages of its server`,
      howFar: () => megabytesOf(join(vscode, 'node_modules'), host.node === 24 ? 400 : 60),
    },
    () =>
      runOrThrow('npm', [...npm, '--omit=dev'], {
        cwd: vscode,
        env: {
          ...process.env,
          PATH: `${dirname(join(folder, nodeBinary()))}${delimiter}${process.env['PATH'] ?? ''}`,
        },
      }),
  );
  if (host.ripgrep !== undefined) {
    const from = join(folder, 'node_modules', ripgrepPackage(), 'bin');
    await cp(from, join(vscode, 'node_modules/@vscode/ripgrep/bin'), { recursive: true });
  }
}

/** The npm package that carries a ripgrep binary for this machine. */
function ripgrepPackage(): string {
  return `@vscode/ripgrep-${process.platform}-${process.arch}`;
}

/** The npm package that carries a Node binary for this machine. */
function nodePackage(): string {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  // The name without "bin" was taken on this one platform.
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${process.arch}`;
}

function nodeBinary(): string {
  return join('node_modules', nodePackage(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}
