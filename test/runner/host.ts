import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { freshCopy, root } from '../server/places';
import { onDesktop, type Host } from '../server/versions';
import { fromHostOutput, none, sum, type Counts } from './counts';
import type { HostSuite } from './host-suites';
import { runInServer } from './run-in-server';
import { runOnDesktop } from './run-on-desktop';

/** Runs sets of specs one after the other, each on a fresh copy of what it opens. */
export async function runHostSuites(suites: readonly HostSuite[], host: Host): Promise<Counts> {
  const counts: Counts[] = [];
  for (const suite of suites) {
    if (!existsSync(join(root, 'dist/test', `${suite.name}.js`))) continue;
    console.log(`  ${suite.name}, in VS Code ${host.vscode}${suite.web === true ? ', web worker' : ''}`);
    counts.push(await runHostSuite(suite, host));
  }
  return sum(counts);
}

async function runHostSuite(suite: HostSuite, host: Host): Promise<Counts> {
  const [folder, ...file] = suite.open?.split('/') ?? [];
  const copy = folder === undefined ? undefined : await freshCopy(join(root, 'test/host', folder), folder);
  try {
    const open = copy === undefined ? undefined : join(copy.path, ...file);
    const output = await (onDesktop ? runOnDesktop : runInServer)(suite, host, open);
    const counts = fromHostOutput(output);
    if (counts === undefined) console.log('  ✗ VS Code ended before the specs did.');
    return counts ?? { ...none, failed: 1 };
  } finally {
    await copy?.remove();
  }
}
