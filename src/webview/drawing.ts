import type { DiagramGraph } from '../diagrams/graph';
import type { DiagramProblem } from '../diagrams/check-diagram';
import type { Theme } from './theme';

/** A diagram as drawn. */
export interface Picture {
  readonly svg: string;
  /** Mermaid's name of the kind. */
  readonly kind: string;
}

/** Why a diagram could not be drawn; `problem` is absent when Mermaid itself failed. */
export class CannotDraw extends Error {
  override readonly name = 'CannotDraw';

  constructor(
    readonly problem: DiagramProblem | undefined,
    cause: unknown,
  ) {
    super(problem?.message ?? (cause instanceof Error ? cause.message : String(cause)), { cause });
  }
}

/** How to draw. */
export interface Style {
  readonly theme: Theme;
  /** Longest text, in characters, that is drawn. */
  readonly maxTextSize: number;
  /** With false, labels are SVG text, as other programs read it. */
  readonly htmlLabels: boolean;
}

/** What is done first: what a person has just changed or asked for, what came near, what is told in words. */
export const ASKED = 2;
export const NEAR = 1;
const WORDS = 0;
export type Priority = typeof ASKED | typeof NEAR | typeof WORDS;

interface Job {
  readonly run: () => Promise<void>;
  readonly signal: AbortSignal;
  readonly priority: Priority;
}

const jobs: Job[] = [];
let working = false;
let loaded: Promise<typeof import('./mermaid-drawing')> | undefined;

/** Begins to load Mermaid, so that it is there when the first diagram comes. */
export function loadMermaid(): Promise<typeof import('./mermaid-drawing')> {
  loaded ??= import('./mermaid-drawing').catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

/**
 * Draws a diagram. Mermaid draws one at a time, in the order of priority; aborted ones are left out and never
 * settle. Rejects with `CannotDraw`.
 */
export function draw(
  source: string,
  style: Style,
  priority: Priority,
  signal: AbortSignal,
): Promise<Picture> {
  return enqueue(priority, signal, async () => (await loadMermaid()).drawWithMermaid(source, style));
}

/** The nodes and edges of a diagram that has been drawn; undefined where they cannot be told. */
export function graphOf(source: string, signal: AbortSignal): Promise<DiagramGraph | undefined> {
  return enqueue(WORDS, signal, async () => (await loadMermaid()).readWithMermaid(source));
}

function enqueue<T>(priority: Priority, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const run = (): Promise<void> => work().then(resolve, reject);
    const at = jobs.findIndex((job) => job.priority < priority);
    jobs.splice(at < 0 ? jobs.length : at, 0, { run, signal, priority });
    if (!working) void workOff();
  });
}

async function workOff(): Promise<void> {
  working = true;
  for (let job = jobs.shift(); job; job = jobs.shift()) {
    if (job.signal.aborted) continue;
    await job.run();
    // Lets the page paint, scroll and take input between two diagrams.
    await new Promise((resolve) => setTimeout(resolve));
  }
  working = false;
}
