import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { atExit } from './ending';

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
 * Runs a command to its end, which comes with the end of this process at the latest. npm, npx and `.cmd` files
 * are shell scripts on Windows, so a shell starts them there. Rejects when the command cannot be started.
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
    shell: windows && /^np[mx]$|\.cmd$/.test(command),
  });
  const callOff = atExit(() => child.kill());
  child.once('close', callOff);
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

/**
 * Starts a long-running process that `stopTree` can end together with all it starts. It ends with this
 * process at the latest, also when this one is interrupted.
 */
export function startTree(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const child = spawn(command, args, { ...options, detached: !windows });
  const callOff = atExit(() => {
    if (windows) child.kill();
    else signalGroup(child.pid, 'SIGKILL');
  });
  child.once('exit', callOff);
  return child;
}

/** Resolves once a process has ended, at once when it has already. */
export function whenEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** Ends a process started by `startTree` and its children; resolves once it is gone. */
export async function stopTree(child: ChildProcess): Promise<void> {
  if (child.pid === undefined) return;
  const gone = whenEnded(child);
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
}

function signalGroup(group: number | undefined, signal: NodeJS.Signals): void {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch {
    // The whole group has ended already.
  }
}
