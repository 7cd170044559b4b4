import type { Round } from './arithmetic.ts';
import type { Job } from './jobs.ts';
import { Line, type Reply } from './line.ts';

export interface Side {
  readonly rounds: Round[];
  /** Milliseconds a request took. */
  readonly times: number[];
  bytes: number;
}

export interface Measured {
  readonly job: string;
  readonly floor: Side;
  readonly product: Side;
}

export interface Ports {
  readonly floor: number;
  readonly product: number;
}

/** Rounds of each side; they take turns, so that what else the machine does falls on both. */
const ROUNDS = 4;

/**
 * Milliseconds each side answers before anything is counted: a server runs for weeks, and in its first seconds the compiler
 * that makes it fast takes a processor for itself.
 */
const WARM_UP = 6000;

/** Runs one job on both sides by turns for about so many seconds in all. Throws at the first answer that is not 200. */
export async function measure(job: Job, ports: Ports, connections: number, seconds: number): Promise<Measured> {
  const measured: Measured = { job: job.name, floor: side(), product: side() };
  const each = (seconds * 1000) / 2 / ROUNDS;
  let n = 0;
  const next = (): number => {
    n += 1;
    return n;
  };
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const name of ['floor', 'product'] as const) {
      const length = round === -1 ? WARM_UP : each;
      await oneRound(job[name], ports[name], connections, length, next, round === -1 ? side() : measured[name]);
    }
  }
  return measured;
}

const side = (): Side => ({ rounds: [], times: [], bytes: 0 });

async function oneRound(
  ask: (line: Line, n: number) => Promise<Reply>,
  port: number,
  connections: number,
  lengthMs: number,
  next: () => number,
  into: Side,
): Promise<void> {
  const lines = await Promise.all(Array.from({ length: connections }, () => Line.open(port)));
  const started = performance.now();
  const until = started + lengthMs;
  let requests = 0;
  await Promise.all(
    lines.map(async (line) => {
      while (performance.now() < until) {
        const sent = performance.now();
        const reply = await ask(line, next());
        if (reply.status !== 200) throw new Error(`answered ${reply.status}: ${reply.body.toString('utf8', 0, 500)}`);
        into.times.push(performance.now() - sent);
        into.bytes = Math.max(into.bytes, reply.bytes);
        requests += 1;
      }
    }),
  );
  into.rounds.push({ requests, seconds: (performance.now() - started) / 1000 });
  for (const line of lines) line.close();
}
