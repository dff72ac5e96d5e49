// Builds everything that runs into dist/. Options: --watch (rebuild on change, with source maps),
// --tests (the specs of test/host too).
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));
const watch = process.argv.includes('--watch');
const withTests = process.argv.includes('--tests');

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  logLevel: 'warning',
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
};

// Nothing is rendered outside the page, so nothing needs sanitising there, and DOMPurify needs a DOM.
const withoutDom = { alias: { dompurify: './src/diagrams/no-dompurify.ts' } };

const node = {
  ...common,
  ...withoutDom,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // `import()` becomes `require()`, which every extension host loads the same way.
  supported: { 'dynamic-import': false },
};

/** Keeps Mermaid out of the file that is loaded at activation: it stays a neighbour, loaded when asked for. */
const grammarStaysOutside = {
  name: 'grammar-stays-outside',
  setup(it) {
    it.onResolve({ filter: /\/mermaid-grammar$/ }, () => ({ path: './mermaid-grammar.js', external: true }));
  },
};

const worker = {
  ...common,
  ...withoutDom,
  platform: 'browser',
  // Where a package has one entry for pages and one for workers: there is no `document` here.
  conditions: ['worker', 'module'],
  target: 'es2022',
  format: 'cjs',
  external: ['vscode'],
};

/**
 * Writes down which files of the page are asked for first, and next when it draws: the browser would find out about
 * each only when the one before has come.
 */
const saysWhatComesFirst = {
  name: 'says-what-comes-first',
  setup(it) {
    it.initialOptions.metafile = true;
    it.onEnd(({ metafile }) => {
      if (!metafile) return;
      const { outputs } = metafile;
      const fileOf = (entry) => {
        const file = Object.keys(outputs).find((it) => entry.test(outputs[it].entryPoint ?? ''));
        if (!file) throw new Error(`Nothing of the page is made from ${entry.source}.`);
        return file;
      };
      const withImports = (file, found = new Set()) => {
        if (found.has(file)) return found;
        found.add(file);
        for (const { path, kind } of outputs[file].imports)
          if (kind === 'import-statement') withImports(path, found);
        return found;
      };
      const filesOf = (...entries) => {
        const all = entries.flatMap((entry) => [...withImports(fileOf(entry))]);
        return [...new Set(all)].map((file) => file.replace('dist/page/', ''));
      };
      const mermaid = (name) => new RegExp(`node_modules/mermaid/dist/chunks/mermaid\\.core/${name}-`);
      const flowchart = filesOf(mermaid('flowDiagram'), mermaid('dagre'));
      const first = {
        page: filesOf(/src\/webview\/main\.ts$/),
        mermaid: filesOf(/src\/webview\/mermaid-drawing\.ts$/),
        kinds: { flowchart, graph: flowchart, sequenceDiagram: filesOf(mermaid('sequenceDiagram')) },
      };
      writeFileSync(join(root, 'dist/page/first-files.json'), JSON.stringify(first));
    });
  },
};

const products = [
  {
    ...node,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    plugins: [grammarStaysOutside],
  },
  { ...node, entryPoints: ['src/diagrams/mermaid-grammar.ts'], outfile: 'dist/mermaid-grammar.js' },
  {
    ...node,
    entryPoints: ['src/cli.ts'],
    outfile: 'dist/cli.js',
    plugins: [grammarStaysOutside],
    // A package in it makes its own `require`, which wants to know where it stands.
    define: { ...common.define, 'import.meta.url': '__filename' },
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...node,
    format: 'esm',
    entryPoints: ['src/remark.ts'],
    outfile: 'dist/remark.mjs',
    plugins: [grammarStaysOutside],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  },
  { ...worker, entryPoints: ['src/extension.ts'], outfile: 'dist/web.js' },
  {
    ...common,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    splitting: true,
    entryPoints: ['src/webview/main.ts'],
    outdir: 'dist/page',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: '[name]',
    loader: { '.ttf': 'file' },
    plugins: [saysWhatComesFirst],
  },
];

/**
 * One bundle per folder of specs: test/host/*.test.ts becomes dist/test/index.js, a folder below it
 * dist/test/FOLDER.js. Those in test/host/web run in the web-worker host, where there is no Node.
 */
function specs() {
  const folders = readdirSync(join(root, 'test/host'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `test/host/${entry.name}`);
  return ['test/host', ...folders].flatMap((folder) => {
    const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.ts'));
    if (files.length === 0) return [];
    const web = folder === 'test/host/web';
    const runner = web ? './run-specs-in-worker' : `${folder === 'test/host' ? './' : '../'}run-specs`;
    return {
      ...(web ? worker : node),
      minify: false,
      sourcemap: 'inline',
      define: web ? { ...common.define, global: 'globalThis' } : common.define,
      external: web ? ['vscode'] : ['vscode', 'mocha'],
      outfile: `dist/test/${folder === 'test/host' ? 'index' : basename(folder)}.js`,
      stdin: {
        resolveDir: join(root, folder),
        sourcefile: `${folder}/all-specs.ts`,
        loader: 'ts',
        contents: [
          `import { runSpecs } from '${runner}';`,
          'export const run = () => runSpecs(() => {',
          ...files.map((file) => `  require('./${file}');`),
          '});',
        ].join('\n'),
      },
    };
  });
}

/** What a source file exports, for the files that are made from code. */
async function load(source) {
  const bundle = await build({
    ...node,
    entryPoints: [source],
    minify: false,
    sourcemap: false,
    write: false,
    plugins: [grammarStaysOutside],
  });
  const module = { exports: {} };
  const run = new Function('module', 'exports', 'require', bundle.outputFiles[0].text);
  run(module, module.exports, createRequire(import.meta.url));
  return module.exports;
}

/** Writes the JSON schema of the configuration file. */
async function writeConfigSchema() {
  const { shippedSchema } = await load(join(root, 'src/lint/shipped-schema.ts'));
  writeFileSync(join(root, 'dist/config.schema.json'), `${JSON.stringify(shippedSchema(), null, 2)}\n`);
}

/** Writes the snippets that are made from the concepts' diagrams and trade-off tables. */
async function writeBuildingBlocks() {
  const source = join(root, 'src/templates/building-block-snippets.ts');
  const concepts = join(root, 'media/knowledge/concepts');
  if (!existsSync(source) || !existsSync(concepts)) return;
  const { buildingBlockSnippets } = await load(source);
  const notes = readdirSync(concepts)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => ({ id: name.slice(0, -3), text: readFileSync(join(concepts, name), 'utf8') }));
  const snippets = JSON.stringify(buildingBlockSnippets(notes), null, 2);
  writeFileSync(join(root, 'snippets/building-blocks.code-snippets'), `${snippets}\n`);
}

/** Reads and checks the Markdown of media/ and packs it into one file, so that no start of the product has to. */
async function writeLibrary() {
  const folder = join(root, 'media');
  const paths = readdirSync(folder, { recursive: true })
    .map((path) => String(path).replaceAll('\\', '/'))
    .filter((path) => /^(knowledge|templates)\/.*\.md$|^knowledge\/weights\.json$/.test(path))
    .sort();
  const files = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
  const { compileLibrary } = await load(join(root, 'src/knowledge/compile-library.ts'));
  writeFileSync(join(root, 'dist/library.json'), await compileLibrary(files));
}

const exists = (it) => it.stdin !== undefined || existsSync(join(root, it.entryPoints[0]));

const started = performance.now();
const wanted = [...products, ...(withTests ? specs() : [])].filter(exists);
mkdirSync(join(root, 'dist'), { recursive: true });
if (watch) {
  await Promise.all([writeLibrary(), writeBuildingBlocks(), writeConfigSchema()]);
  await Promise.all(wanted.map(async (it) => (await context(it)).watch()));
  console.log('dist/ is rebuilt on every change.');
} else {
  // Leftover chunks of an earlier build would end up in the package.
  for (const old of ['page', ...(withTests ? ['test'] : [])])
    rmSync(join(root, 'dist', old), { recursive: true, force: true });
  try {
    await Promise.all([
      writeLibrary(),
      writeBuildingBlocks(),
      writeConfigSchema(),
      ...wanted.map((it) => build(it)),
    ]);
    console.log(`Built dist/ in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  } catch (error) {
    // What esbuild itself finds wrong it has printed already.
    if (!('errors' in error)) console.error(error);
    process.exitCode = 1;
  }
}
