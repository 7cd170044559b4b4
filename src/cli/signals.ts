import { constants } from 'node:os';
import { putInOrder } from '../before-the-end.ts';

/** The terminal's interrupt, a service manager's stop, and the terminal being closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

let told = false;
let cutOff = false;
let toldInstead: ((code: number) => void) | null = null;

/** Whether a command was cut off in the middle: that it fails then is no news. */
export const isCutOff = (): boolean => cutOff;

/**
 * From now on the process ends in order when it is told to stop, also in the middle of a command: its own database is stopped
 * with it. It then ends as the signal says, 128 and the signal's number. Asking again changes nothing.
 */
export function heedSignals(): void {
  for (const signal of SIGNALS) process.on(signal, () => void stopOn(signal));
}

async function stopOn(signal: (typeof SIGNALS)[number]): Promise<void> {
  if (told) return;
  told = true;
  const code = 128 + constants.signals[signal];
  if (toldInstead) return toldInstead(code);
  cutOff = true;
  process.stderr.write('kinfold: Stopped before it was done.\n');
  await putInOrder();
  process.exit(code);
}

/** Resolves when the process is told to stop. Whoever waits puts everything in order. */
export function untilToldToStop(): Promise<void> {
  return new Promise((resolve) => {
    toldInstead = () => resolve();
  });
}

/**
 * Work that ends by itself, soon and in order, when the process is told to stop: `told` is aborted then, with the code to
 * exit with as its reason.
 */
export async function endingInOrder<T>(work: (told: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  toldInstead = (code) => stop.abort(code);
  try {
    return await work(stop.signal);
  } finally {
    toldInstead = null;
  }
}
