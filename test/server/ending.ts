const tasks = new Set<() => void>();
let watching = false;

/**
 * Has `task` run when this process ends, however it ends; it must do its work at once, without promises.
 * Returns a function that calls it off.
 */
export function atExit(task: () => void): () => void {
  tasks.add(task);
  watch();
  return () => tasks.delete(task);
}

function watch(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const task of tasks) task();
  });
  // A signal without a listener would end the process before its `exit` listeners are asked.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(130));
  }
}
