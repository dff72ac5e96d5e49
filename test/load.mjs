// Node 20 does not read TypeScript: bundle a script of the tests, then run it.
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export async function load(entry) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  process.chdir(root);
  const outfile = `${root}/dist/scripts/${entry.replace(/.*\//, '').replace(/\.ts$/, '.mjs')}`;
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  await import(pathToFileURL(outfile).href);
}
