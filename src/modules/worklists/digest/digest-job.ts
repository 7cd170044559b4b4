import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import type { PolicyShelf } from '#modules/duties/policy-shelf.ts';
import { PermissionRefusal } from '#modules/record/command.ts';
import { type ReadDeps, runRead } from '#modules/record/read.ts';
import { dayInZone } from '#platform/clock/zone.ts';
import { type Db, onPool, plain, statement } from '#platform/database/db.ts';
import { type JobHandler, stopIfAsked } from '#platform/jobs/handler.ts';
import type { Log } from '#platform/log/log.ts';
import type { Mailer } from '#platform/mail/mailer.ts';
import type { Counts } from '#platform/mail/words.ts';
import { isoDay, weekStart } from '#shared/calendar-day.ts';
import { figuresOf } from './figures.ts';
import { USUALLY } from './usual.ts';

export interface DigestDeps extends ReadDeps {
  readonly owner: pg.Pool;
  readonly shelf: PolicyShelf;
  readonly publicUrl: string;
  /** Null where no mail server is set: the digest is then counted, told in the log, and shown to nobody. */
  readonly mailer: Mailer | null;
  readonly log: Log;
}

/** Mondays from seven on; the later hours reach whom the first could not, and those of a program that was down. */
const MONDAY_MORNING = '0 7-12 * * 1';

const ZONES = plain('select distinct zone from kinfold.agency order by zone');
const SEATS = statement(
  'worklists.digest-seats',
  `select s.id as seat, p.id as person, case when p.email_proven then p.email end as email, p.locale
   from kinfold.seat s join kinfold.agency g on g.id = s.agency join kinfold.person p on p.id = s.person
   left join kinfold.seat_preference c on c.seat = s.id
   where g.zone = $1 and p.disabled_at is null and s.from_day <= $2 and (s.to_day is null or s.to_day >= $2)
     and coalesce(c.digest, s.capacity = any ($3::text[])) and c.digest_of is distinct from $4::date
   order by s.id`,
);
// Before it is sent, so that of two programs one sends; a crash between the two costs a digest, and never doubles one.
const CLAIM = statement(
  'worklists.claim-digest',
  `insert into kinfold.seat_preference as c (seat, digest_of) values ($1, $2)
   on conflict (seat) do update set digest_of = excluded.digest_of where c.digest_of is distinct from excluded.digest_of`,
);
const GIVE_BACK = statement(
  'worklists.give-digest-back',
  'update kinfold.seat_preference set digest_of = null where seat = $1',
);
// As for other background work: a session whose key nobody can type, because the stored hash is random and hashes nothing.
const BEGIN = statement(
  'worklists.begin-digest',
  `insert into kinfold.session (id, token_hash, person, ends_at, device) values ($1, $2, $3, now() + interval '10 minutes', 'Background work')`,
);
const END = statement('worklists.end-digest', 'update kinfold.session set ended_at = now() where id = $1');

interface DigestSeat {
  readonly seat: string;
  readonly person: string;
  /** Null without one, and while nobody has shown that mail reaches them there. */
  readonly email: string | null;
  readonly locale: 'en' | 'es';
}

const jobData = z.object({ zone: z.string() });

/** The weekly digest: to each seat that wants it, counts and a link, in the morning of Monday where its agency is. */
export function digestJob(deps: DigestDeps): JobHandler {
  const owner = onPool(deps.owner);
  return {
    name: 'worklists.digest',
    schedules: async () =>
      (await owner.query<{ zone: string }>(ZONES)).rows.map(({ zone }) => ({
        ...{ key: zone.replaceAll(/[^\w-]/g, '-'), cron: MONDAY_MORNING, zone },
        data: { zone },
      })),
    run: async ({ data, signal }) => {
      const { zone } = jobData.parse(data);
      const today = dayInZone(deps.clock.now(), zone);
      const monday = isoDay(weekStart(today));
      const { rows } = await owner.query<DigestSeat>(SEATS, [zone, isoDay(today), USUALLY, monday]);
      const told = { seats: 0, sent: 0, unsent: 0, failed: 0 };
      const sums: Record<string, number> = {};
      for (const seat of rows) {
        stopIfAsked(signal);
        if ((await owner.query(CLAIM, [seat.seat, monday])).rowCount === 0) continue;
        const outcome = await digestOf(deps, owner, seat).catch((error: unknown) => {
          deps.log.warn('weekly digest not sent', { error });
          return null;
        });
        told.seats += 1;
        if (outcome === null) await owner.query(GIVE_BACK, [seat.seat]);
        told[outcome?.went ?? 'failed'] += 1;
        for (const [name, count] of Object.entries(outcome?.counts ?? {})) sums[name] = (sums[name] ?? 0) + count;
      }
      deps.log.info('weekly digest', { zone, of: monday, ...told, counts: sums });
    },
  };
}

async function digestOf(
  deps: DigestDeps,
  owner: Db,
  { seat, person, email, locale }: DigestSeat,
): Promise<{ went: 'sent' | 'unsent'; counts: Counts }> {
  const session = randomUUID();
  const tokenHash = randomBytes(32);
  await owner.query(BEGIN, [session, tokenHash, person]);
  try {
    const counts = await runRead(
      deps,
      { caller: { seat, tokenHash }, permission: 'worklist.read', event: null },
      async (context) => ({ answer: await figuresOf(context) }),
    );
    if (!deps.mailer || !email) return { went: 'unsent', counts };
    await deps.mailer.send({ to: email, template: 'weekly-digest', link: `${deps.publicUrl}/app`, locale, counts });
    return { went: 'sent', counts };
  } catch (error) {
    // A seat that may no longer read a list has nothing to be told.
    if (error instanceof PermissionRefusal) return { went: 'unsent', counts: {} };
    throw error;
  } finally {
    await owner.query(END, [session]);
  }
}
