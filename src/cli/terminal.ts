import { SingleBar } from 'cli-progress';
import type pg from 'pg';
import { systemClock } from '#platform/clock/clock.ts';
import { type Config, readConfig } from '#platform/config/config.ts';
import { onPool, plain } from '#platform/database/db.ts';
import { jsonLog, type Log } from '#platform/log/log.ts';
import { Stop } from './stop.ts';

export const config = (): Config => readConfig(process.env);

/** Diagnostics go to standard error, so that standard output stays what a script reads. */
export const terminalLog = (quiet = false): Log =>
  jsonLog((line) => {
    if (!quiet || line.includes('"level":"error"')) process.stderr.write(`${line}\n`);
  }, systemClock.now);

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2));
}

/** A bar on a terminal, nothing where output is not watched. */
export function progress(what: string): { to: (done: number, total: number) => void; stop: () => void } {
  if (!process.stderr.isTTY) return { to: () => {}, stop: () => {} };
  const bar = new SingleBar({ format: `${what} {bar} {value}/{total}`, stream: process.stderr, hideCursor: true });
  let started = false;
  return {
    to(done, total) {
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    },
    stop: () => (started ? bar.stop() : undefined),
  };
}

/** The same where nobody knows how much there is: how far it has come. */
export function counting(what: string): { to: (done: number) => void; stop: () => void } {
  if (!process.stderr.isTTY) return { to: () => {}, stop: () => {} };
  let shown = '';
  return {
    to(done) {
      shown = `\r${what} ${done}`;
      process.stderr.write(shown);
    },
    stop() {
      if (shown !== '') process.stderr.write('\n');
      shown = '';
    },
  };
}

/** A seat held today, as named on the command line: its id, or the e-mail address of a person with one seat. */
export async function seatNamed(owner: pg.Pool, as: string): Promise<{ seat: string; agency: number }> {
  const { rows } = await onPool(owner).query<{ seat: string; agency: number }>(
    plain(`select s.id as seat, s.agency from kinfold.seat s join kinfold.person p on p.id = s.person
      join kinfold.agency g on g.id = s.agency cross join lateral (select (kinfold.present() at time zone g.zone)::date as today) now
      where (s.id::text = $1 or lower(p.email) = lower($1)) and p.disabled_at is null
        and s.from_day <= now.today and (s.to_day is null or s.to_day >= now.today)`),
    [as],
  );
  const [only, more] = rows;
  if (!only) throw new Stop('Nobody holds a seat today that --as names.', 2);
  if (more) throw new Stop('That person has several seats; name the seat by its id.', 2);
  return only;
}
