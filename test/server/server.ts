import { join } from 'node:path';
import { ensureHost } from './install-host';
import { removeFolder, temporaryFolder } from './places';
import { startTree, stopTree, whenEnded } from './processes';
import { cleanWindow, writeSettings, type Settings } from './settings';
import { current, type Host } from './versions';

/** How a server is started. */
export interface ServerOptions {
  /** Which VS Code; the current one when left out. */
  readonly host?: Host;
  /** Folder with installed extensions; an empty one when left out. */
  readonly extensions?: string;
  /** User settings, on top of those that make for a clean window. */
  readonly settings?: Settings;
  /** With false, workspaces open in Restricted Mode. True when left out. */
  readonly trusted?: boolean;
  /** Lets the page start a test run inside the extension host. */
  readonly testDriver?: boolean;
  /** Port, or a range such as `8300-8399` of which the first free one is taken; any free one when left out. */
  readonly port?: string;
}

/** A running VS Code server. */
export interface Server {
  readonly port: number;
  /** Its address without a slash at the end. */
  readonly address: string;
  /** Resolves when it has ended. */
  readonly ended: Promise<unknown>;
  /** All it has printed so far. */
  log(): string;
  /** Ends it and everything it started, and removes its data. */
  stop(): Promise<void>;
}

/** Starts a VS Code server, installing it when missing. Rejects when it does not listen within 30 s. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { node, server } = await ensureHost(options.host ?? current);
  const data = await temporaryFolder('data');
  await writeSettings(join(data, 'data/User'), { ...cleanWindow, ...options.settings });
  const child = startTree(
    node,
    [
      server,
      ...['--host', '127.0.0.1', '--port', options.port ?? '0', '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off'],
      ...['--server-data-dir', data, '--extensions-dir', options.extensions ?? join(data, 'extensions')],
      ...(options.trusted === false ? [] : ['--disable-workspace-trust']),
      ...(options.testDriver === true ? ['--enable-smoke-test-driver'] : []),
    ],
    // No marketplace: nothing is asked of the network, and nothing of the network is shown.
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' } },
  );
  let log = '';
  const stop = async (): Promise<void> => {
    await stopTree(child);
    await removeFolder(data);
  };
  const port = await new Promise<number>((resolve, reject) => {
    const giveUp = (why: string): void => reject(new Error(`VS Code's server ${why}:\n${log}`));
    const patience = setTimeout(() => giveUp('did not start within 30 s'), 30_000);
    const take = (data: Buffer): void => {
      log += data.toString();
      const listening = /agent listening on (\d+)/.exec(log);
      if (listening === null) return;
      clearTimeout(patience);
      resolve(Number(listening[1]));
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.once('error', (error) => giveUp(`could not be started (${error.message})`));
    child.once('exit', (code) => giveUp(`ended with ${code}`));
  }).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return { port, address: `http://127.0.0.1:${port}`, ended: whenEnded(child), log: () => log, stop };
}
