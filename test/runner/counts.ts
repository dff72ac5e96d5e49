/** How many tests of a step passed, failed and were skipped. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** No test at all. */
export const none: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Adds up counts. */
export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (total, it) => ({
      passed: total.passed + it.passed,
      failed: total.failed + it.failed,
      skipped: total.skipped + it.skipped,
    }),
    none,
  );
}

/** Reads the line that test/host/report.ts prints; undefined when the run ended before it. */
export function fromHostOutput(output: string): Counts | undefined {
  const line = /specs: (\d+) passed, (\d+) failed, (\d+) skipped/.exec(output);
  if (line === null) return undefined;
  return { passed: Number(line[1]), failed: Number(line[2]), skipped: Number(line[3]) };
}
