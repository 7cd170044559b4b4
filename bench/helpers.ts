import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** Another process of this same program, told by its arguments what to be. */
export interface Helper {
  readonly child: ChildProcess;
  /** What it said first. */
  readonly said: Readonly<Record<string, unknown>>;
  readonly stop: () => Promise<void>;
}

/** Starts a helper and waits for its first word. Rejects when it ends before that. */
export async function helper(
  role: string,
  env: Readonly<Record<string, string>>,
  told: (message: Readonly<Record<string, unknown>>) => void = () => {},
): Promise<Helper> {
  const execArgv =
    role === 'product' && process.env.KINFOLD_BENCH_PROFILE
      ? ['--cpu-prof', `--cpu-prof-dir=${process.env.KINFOLD_BENCH_PROFILE}`]
      : [];
  const child = fork(process.argv[1] ?? '', [], {
    env: { ...process.env, ...env, KINFOLD_BENCH_ROLE: role },
    execArgv,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const said = await new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Record<string, unknown>));
    child.once('exit', (code) => reject(new Error(`${role} ended with ${code} before it was ready`)));
  });
  child.on('message', (message) => told(message as Record<string, unknown>));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await ended;
    clearTimeout(late);
  };
  return { child, said, stop };
}
