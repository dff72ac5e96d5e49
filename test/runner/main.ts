import { performance } from 'node:perf_hooks';
import { seconds } from '../server/progress';
import { none, sum, type Counts } from './counts';
import { steps, type Step } from './steps';

/** Runs the steps named on the command line, all when none is, and ends with one line of counts. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(', ')}. Steps: ${steps.map((it) => it.name).join(', ')}.`);
    process.exitCode = 2;
    return;
  }
  const start = performance.now();
  const wanted = steps.filter((step) => names.length === 0 || names.includes(step.name));
  const counts: Counts[] = [];
  for (const [index, step] of wanted.entries()) {
    console.log(`\n[${index + 1}/${wanted.length}] ${step.name}: ${step.what}`);
    counts.push(await runStep(step));
  }
  const total = sum(counts);
  console.log(`\nAll of it took ${seconds(start)}.`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** A step that cannot start, or ran no test, counts as one failure. */
async function runStep(step: Step): Promise<Counts> {
  const start = performance.now();
  let counts: Counts;
  try {
    counts = await step.run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    counts = { ...none, failed: 1 };
  }
  if (counts.passed + counts.failed === 0) {
    console.error('No test was found.');
    counts = { ...counts, failed: 1 };
  }
  console.log(`  ${counts.passed} of ${counts.passed + counts.failed} passed in ${seconds(start)}`);
  return counts;
}

await main(process.argv.slice(2));
// What a failed step left open must not keep the process from ending once all is printed.
process.stdout.write('', () => process.exit());
