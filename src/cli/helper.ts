import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import type { Knowledge } from '../knowledge/types';
import type { LintConfig } from '../lint/config';
import { LintText, type Found } from './lint-text';
import { packageLibrary } from './package-files';

/** What a helper is asked: to lint a text by what is shipped and a configuration. */
interface Task {
  readonly id: number;
  readonly path: string;
  readonly text: string;
  readonly config: LintConfig;
  /** As `YYYY-MM-DD`. */
  readonly today: string;
}

interface Answer {
  readonly id: number;
  readonly found?: Found;
  /** Rules that failed, and on which file. */
  readonly failures: readonly string[];
  readonly error?: string;
}

/** Whether this code runs as a helper and not as the command line itself. */
export const isHelper = !isMainThread;

/** A second thread of the command line that lints texts beside it. */
export class Helper {
  private readonly worker = new Worker(__filename);
  private readonly waiting = new Map<number, (answer: Answer) => void>();
  private count = 0;
  /** Why it came to an end: it answers nothing any more. */
  private ended: string | undefined;

  constructor(private readonly onFailure: (message: string) => void) {
    this.worker.on('message', (answer: Answer) => {
      this.waiting.get(answer.id)?.(answer);
      this.waiting.delete(answer.id);
    });
    this.worker.on('error', (error) => {
      this.ended = error.message;
      for (const [id, answer] of this.waiting) answer({ id, failures: [], error: error.message });
      this.waiting.clear();
    });
  }

  /** What is found in a text. Rejects when the helper has come to an end. */
  async lint(path: string, text: string, config: LintConfig, today: string): Promise<Found> {
    if (this.ended !== undefined) throw new Error(`${path} could not be linted: ${this.ended}`);
    const task: Task = { id: this.count++, path, text, config, today };
    const { found, failures, error } = await new Promise<Answer>((resolve) => {
      this.waiting.set(task.id, resolve);
      this.worker.postMessage(task);
    });
    failures.forEach(this.onFailure);
    if (!found) throw new Error(`${path} could not be linted: ${error ?? ''}`);
    return found;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Answers tasks until the helper is ended. */
export function help(): void {
  const library = packageLibrary();
  parentPort?.on('message', (task: Task) => {
    void library
      .then(({ knowledge }) => answer(task, knowledge))
      .then((found) => parentPort?.postMessage(found));
  });
}

async function answer({ id, path, text, config, today }: Task, knowledge: Knowledge): Promise<Answer> {
  const failures: string[] = [];
  const linter = new LintText(today, (message) => failures.push(message));
  try {
    return { id, failures, found: await linter.lint(path, text, { config, knowledge }) };
  } catch (error) {
    return { id, failures, error: error instanceof Error ? error.message : String(error) };
  }
}
