import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';

const windows = process.platform === 'win32';

/** What a finished command left behind. */
export interface Finished {
  /** Exit code; 1 when the command was ended by a signal. */
  readonly code: number;
  /** Standard output and standard error, in the order they came. */
  readonly output: string;
}

/** How a command is run. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with each piece of output as it comes. */
  readonly onOutput?: (text: string) => void;
}

/**
 * Runs a command to its end. npm and npx are shell scripts on Windows, so a shell starts them there.
 * Rejects when the command cannot be started.
 */
export async function run(
  command: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Finished> {
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows && /^np[mx]$/.test(command),
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const take = (data: Buffer): void => {
      const text = data.toString();
      output += text;
      options.onOutput?.(text);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, output });
    });
  });
}

/** As `run`, but rejects with the end of the output when the command fails. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options?: CommandOptions,
): Promise<string> {
  const { code, output } = await run(command, args, options);
  if (code !== 0) {
    throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-2000)}`);
  }
  return output;
}

/** Process groups that are to end with this process, however it ends. */
const groups = new Set<number>();

/**
 * Starts a long-running process that `stopTree` can end together with all it starts. It ends with this
 * process at the latest, also when this one is interrupted.
 */
export function startTree(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: !windows });
  endGroupsWithProcess();
  if (child.pid !== undefined) groups.add(child.pid);
  return child;
}

let watching = false;

function endGroupsWithProcess(): void {
  if (watching) return;
  watching = true;
  process.once('exit', () => {
    for (const group of groups) signalGroup(group, 'SIGKILL');
  });
  // Without a listener these end the process before its `exit` listeners are asked.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(130));
  }
}

/** Ends a process started by `startTree` and its children; resolves once it is gone. */
export async function stopTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const gone =
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (windows) {
    await run('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return gone;
  }
  signalGroup(child.pid, 'SIGTERM');
  const impatience = setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 3000);
  await gone;
  clearTimeout(impatience);
  // The extension host outlives its server for a while; nobody will come back for it.
  signalGroup(child.pid, 'SIGKILL');
  groups.delete(child.pid);
}

function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch {
    // The whole group has ended already.
  }
}
