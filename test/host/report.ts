import type Mocha from 'mocha';

/**
 * Runs what was registered with Mocha and prints a line for each spec, and at the end how many passed,
 * failed and were skipped, in the form that test/runner/counts.ts reads. Rejects when one failed.
 */
export function runAndReport(
  mocha: { run(done: (failures: number) => void): Mocha.Runner },
  print: (line: string) => void,
): Promise<void> {
  let passed = 0;
  let skipped = 0;
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failures) => {
      print(`specs: ${passed} passed, ${failures} failed, ${skipped} skipped`);
      if (failures > 0) reject(new Error(`${failures} specs failed`));
      else resolve();
    });
    runner.on('pass', (test) => {
      passed += 1;
      print(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on('pending', (test) => {
      skipped += 1;
      print(`  - ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      print(`  ✗ ${test.fullTitle()}\n    ${(error.stack ?? String(error)).replaceAll('\n', '\n    ')}`);
    });
  });
}
