import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { prepareDesktop } from './desktop';
import { installExtension, packageExtension } from './extension';
import { sampleCopy } from './places';
import { startTree, stopTree, whenEnded } from './processes';
import { seconds } from './progress';
import { startServer } from './server';
import { onDesktop } from './versions';

/** Ports that are tried, so that the address stays the same from one day to the next. */
const ports = '8300-8399';

/** A VS Code that runs until it is told to stop. */
interface Running {
  /** Where to find it, for a person. */
  readonly where: string;
  /** Resolves when it has ended by itself. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

const begun = performance.now();
const interrupted = new Promise<void>((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done());
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { restricted: { type: 'boolean', default: false } },
});
const copy = positionals[0] === undefined ? await sampleCopy() : undefined;
const folder = copy?.path ?? resolve(positionals[0] ?? '.');
console.log('Preparing VS Code with Design Docs:');
const preparation = packageExtension().then((vsix) =>
  (onDesktop ? openDesktop : openServer)(vsix, folder, !values.restricted),
);
const running = await Promise.race([preparation, interrupted]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
if (running !== undefined) {
  console.log(`\nDesign Docs is open ${running.where}`);
  console.log(`(ready after ${seconds(begun)}; Ctrl+C stops it)`);
  await Promise.race([interrupted, running.ended]);
  console.log('\nStopping …');
  await running.stop();
  await copy?.remove();
}
process.exit();

async function openServer(vsix: string, folder: string, trusted: boolean): Promise<Running> {
  const extensions = await installExtension(vsix);
  const server = await startServer({ extensions, trusted, port: ports });
  return {
    where: `at ${server.address}/?folder=${encodeURI(folder)}`,
    ended: server.ended,
    stop: () => server.stop(),
  };
}

async function openDesktop(vsix: string, folder: string, trusted: boolean): Promise<Running> {
  const desktop = await prepareDesktop({ vsix, trusted });
  const child = startTree(desktop.executable, [...desktop.args, folder], { stdio: 'ignore' });
  return {
    where: 'in a window of VS Code',
    ended: whenEnded(child),
    stop: async () => {
      await stopTree(child);
      await desktop.remove();
    },
  };
}
