// Bundles the bench with the extension's own code, leaving the packages and the Mermaid grammar outside as the build does.
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
process.chdir(root);
execFileSync(process.execPath, ['esbuild.mjs'], { stdio: 'inherit' });
const outfile = join(root, 'dist/scripts/lint-bench.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['test/bench/lint.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  plugins: [
    {
      name: 'grammar-stays-outside',
      setup(it) {
        it.onResolve({ filter: /\/mermaid-grammar$/ }, () => ({
          path: '../mermaid-grammar.js',
          external: true,
        }));
      },
    },
  ],
});
await import(pathToFileURL(outfile).href);
