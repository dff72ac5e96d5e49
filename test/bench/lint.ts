// How fast the linter is: beside parsing alone, after one keystroke, over growing docs, and beside other linters.
// What is printed are ratios of medians of runs that take turns. `CORPUS=folder` lints the Markdown files there instead
// of generated ones; `ROUNDS=9` for more rounds; `npm run bench -- parsing keystroke` for some parts only.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDesignDoc } from '../../src/document/parse';
import type { DesignDoc } from '../../src/document/types';
import { readCompiled } from '../../src/knowledge/compiled-library';
import { lint } from '../../src/lint/lint';
import { generatedDoc } from './generated-docs';

const ROUNDS = Number(process.env['ROUNDS'] ?? 5);
const KB = 1024;
const today = '2026-01-31';
const { knowledge } = readCompiled(await readFile('dist/library.json', 'utf8'));
const plain = unified().use(remarkParse).use(remarkGfm).freeze();

type Work = () => unknown;

/** Milliseconds of this process's own time, so that what else the machine does is left out. */
function ownTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Milliseconds that each piece of work takes by a clock, the median of rounds in which they take turns; two rounds more
 * come first, to warm up.
 */
async function medians(clock: () => number, ...works: readonly Work[]): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let round = -2; round < ROUNDS; round++) {
    for (const [i, work] of works.entries()) {
      const start = clock();
      await work();
      if (round >= 0) times[i]?.push(clock() - start);
    }
  }
  return times.map((taken) => taken.sort((a, b) => a - b)[taken.length >> 1] ?? NaN);
}

const full = (text: string) => lint(parseDesignDoc(text), knowledge, { today });
const ratio = (value: number) => value.toFixed(2);
const ms = (value: number) => `${value.toFixed(1)} ms`;

async function besideParsing(): Promise<void> {
  console.log('\nLint over parsing alone (target: at most 1.3)');
  for (const size of [10, 50, 150]) {
    // As many docs as make up the longest one, each met for the first time: no round measures how cold code starts,
    // nor what is remembered of a doc.
    const times = Math.round(150 / size);
    let seed = size;
    let texts: string[] = [];
    const next = (): void => {
      texts = Array.from({ length: times }, () => generatedDoc(size * KB, ++seed));
    };
    const [, lintTime = NaN, parseTime = NaN] = await medians(
      ownTime,
      next,
      async () => {
        for (const text of texts) await full(text);
      },
      () => {
        for (const text of texts) plain.parse(text);
      },
    );
    console.log(
      `  ${size} KB: ${ratio(lintTime / parseTime)}   (${ms(lintTime / times)} over ${ms(parseTime / times)})`,
    );
  }
}

async function afterOneKeystroke(): Promise<void> {
  const text = generatedDoc(150 * KB);
  let now = text;
  let doc: DesignDoc = parseDesignDoc(now);
  await lint(doc, knowledge, { today });
  // A sentence a round: nobody types one letter and stops.
  const keystrokes = 25;
  const type = async () => {
    for (let i = 0; i < keystrokes; i++) {
      const at = now.indexOf('The ', now.length / 2) + 4;
      now = `${now.slice(0, at)}x${now.slice(at)}`;
      doc = parseDesignDoc(now, doc);
      await lint(doc, knowledge, { today });
    }
  };
  const [all = NaN, whole = NaN] = await medians(ownTime, type, () => full(text));
  const typed = all / keystrokes;
  console.log('\nAgain after one keystroke over a full lint, 150 KB (target: at most 0.05)');
  console.log(`  ${ratio(typed / whole)}   (${ms(typed)} over ${ms(whole)})`);
}

async function growth(): Promise<void> {
  console.log('\nTime and memory at 1, 2, 4 and 8 times 150 KB, over 1 time');
  let first: { time: number; memory: number } | undefined;
  for (const times of [1, 2, 4, 8]) {
    const text = generatedDoc(times * 150 * KB);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const doc = parseDesignDoc(text);
    const kept = await lint(doc, knowledge, { today });
    globalThis.gc?.();
    const memory = process.memoryUsage().heapUsed - before;
    const [time = NaN] = await medians(ownTime, () => full(text));
    first ??= { time, memory };
    const held = globalThis.gc ? `, memory ${ratio(memory / first.memory)}` : '';
    console.log(
      `  ${times} times: time ${ratio(time / first.time)}${held}   (${ms(time)}, ${kept.findings.length} findings)`,
    );
  }
}

const HARD: Readonly<Record<string, () => string>> = {
  '10 MB of Markdown': () => generatedDoc(10 * KB * KB),
  'a line of 1 MB': () => `# A\n\n${'word and more '.repeat((KB * KB) / 14)}\n`,
  '100,000 headings': () => Array.from({ length: 100_000 }, (_, i) => `## Heading ${i}\n`).join('\n'),
  'quotes 1,000 deep': () => `${'>'.repeat(1000)} deep\n`,
  'lists 500 deep': () => Array.from({ length: 500 }, (_, i) => `${'  '.repeat(i)}- item\n`).join(''),
  '20,000 comments': () => '<!-- design-docs ignore missing-goals -->\n\n'.repeat(20_000),
  'open brackets, 50,000': () => `# A\n\n${'['.repeat(50_000)}\n`,
  '100,000 table cells': () => `# A\n\n| a | b |\n| - | - |\n${'| cell | 20 ms |\n'.repeat(50_000)}`,
};

async function hardTexts(): Promise<void> {
  console.log('\nHard texts, seconds');
  for (const [name, make] of Object.entries(HARD)) {
    const text = make();
    const start = performance.now();
    const { failures } = await full(text);
    const failed = failures.map(({ rule, error }) => `${rule}: ${error.message}`).join('; ');
    console.log(`  ${name}: ${((performance.now() - start) / 1000).toFixed(1)} ${failed}`);
  }
}

/** Runs a command line to its end; findings are no failure. */
function run(folder: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, maxBuffer: 1 << 28 }, () => {
      resolve();
    });
    child.stdin?.end();
  });
}

async function besideOthers(): Promise<void> {
  const corpus = process.env['CORPUS'];
  const folder = await mkdtemp(join(tmpdir(), 'design-docs-bench-'));
  try {
    const docs = join(folder, 'design');
    await mkdir(docs);
    let bytes = 0;
    const texts = corpus
      ? await Promise.all((await markdownIn(corpus)).map((path) => readFile(path, 'utf8')))
      : Array.from({ length: 150 }, (_, i) => generatedDoc((5 + (i % 30)) * KB, i + 1));
    for (const [i, text] of texts.entries()) {
      bytes += text.length;
      await writeFile(join(docs, `${String(i).padStart(4, '0')}.md`), text);
    }
    await writeFile(join(folder, '.remarkrc.mjs'), REMARK);
    await writeFile(join(folder, 'contextlint.config.json'), CONTEXTLINT);
    const here = (path: string) => join(process.cwd(), path);
    const names = ['design-docs', 'markdownlint-cli2', 'remark-cli', '@contextlint/cli'];
    const taken = await medians(
      () => performance.now(),
      () => run(folder, [here('dist/cli.js'), 'lint', 'design']),
      () => run(folder, [here('node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs'), 'design/*.md']),
      () => run(folder, [here('node_modules/remark-cli/cli.js'), 'design', '--no-stdout', '--quiet']),
      () => run(folder, [here('node_modules/@contextlint/cli/dist/index.js'), 'design/**/*.md']),
    );
    console.log(
      `\nCommand lines over ${texts.length} docs, ${(bytes / KB / KB).toFixed(1)} MB (target: above 1)`,
    );
    const [ours = NaN] = taken;
    for (const [i, name] of names.entries()) {
      const time = taken[i] ?? NaN;
      console.log(
        `  ${name}: ${(texts.length / (time / 1000)).toFixed(0)} docs/s; design-docs is ${ratio(time / ours)} times as fast`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const REMARK = `export { default } from '${new URL('node_modules/remark-preset-lint-recommended/index.js', `file://${process.cwd()}/`).href}';\n`;
const CONTEXTLINT = JSON.stringify({
  rules: [{ rule: 'tbl001', options: { requiredColumns: ['Part'] } }, { rule: 'ref001' }],
});

async function markdownIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}

const PARTS = {
  parsing: besideParsing,
  keystroke: afterOneKeystroke,
  growth,
  hard: hardTexts,
  others: besideOthers,
};

const asked = process.argv.slice(2);
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length === 0 || asked.includes(name)) await part();
}
