import type pg from 'pg';
import type { Clock } from '#platform/clock/clock.ts';
import { onPool, plain, statement } from '#platform/database/db.ts';
import { transaction } from '#platform/database/transaction.ts';
import type { Log } from '#platform/log/log.ts';
import { openEra } from './era.ts';
import { HeadsWriter } from './heads-writer.ts';
import { ensureMonths } from './months.ts';
import { CHAIN_LOCK, sealBelow } from './seal-range.ts';

export interface SealerDeps {
  readonly owner: pg.Pool;
  /** Outside the database, best on another machine or append-only; null keeps no heads outside. */
  readonly headsFile: string | null;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Sealer {
  /** Ends the every-second round, once what it is at is done. */
  readonly stop: () => Promise<void>;
  /** Seals what can be sealed now. Returns how many rows it sealed; 0 also when another process is at it. */
  readonly sealNow: () => Promise<number>;
}

const EVERY_MS = 1000;
const MONTHS_EVERY_MS = 600_000;
/** Rows in one seal at most, about: bounds what sealing and verifying hold in memory. */
const MOST = 20_000;

const BEGIN = statement(
  'audit.seal-begin',
  `select pg_try_advisory_xact_lock(${CHAIN_LOCK}) as mine, pg_snapshot_xmin(pg_current_snapshot())::text as below`,
);
const NOW = statement(
  'audit.seal-now',
  `select coalesce(max(era), 1) as era, coalesce((select max(number) from kinfold.audit_seal), 0) as number from kinfold.audit_era`,
);

/**
 * Every second, seals all rows of transactions below the oldest one still running: a transaction that commits late is
 * sealed later, and none is skipped. Any number of processes may run one; the chain's lock lets one at a time add.
 */
export async function startSealer(deps: SealerDeps): Promise<Sealer> {
  const db = onPool(deps.owner);
  const heads = deps.headsFile === null ? null : await HeadsWriter.open(deps.headsFile);
  const here = (await db.query<{ era: number; number: number }>(NOW)).rows[0];
  // The file knows more than the database: this is an earlier copy of it.
  const wentBack = heads !== null && here !== undefined && heads.lastNumber > here.number;
  const { era, opened } = await openEra(deps.owner, wentBack);
  if (opened) deps.log.info('audit era opened', { era, wentBack });
  await heads?.catchUp(db);
  return new RunningSealer(deps, heads).start();
}

class RunningSealer implements Sealer {
  readonly #deps: SealerDeps;
  readonly #heads: HeadsWriter | null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;
  #working: Promise<unknown> = Promise.resolve();
  #monthsAt = Number.NEGATIVE_INFINITY;
  #failing = false;

  constructor(deps: SealerDeps, heads: HeadsWriter | null) {
    this.#deps = deps;
    this.#heads = heads;
  }

  async start(): Promise<Sealer> {
    await this.sealNow();
    this.#later();
    return this;
  }

  readonly sealNow = (): Promise<number> => {
    const work = this.#working.catch(() => {}).then(() => this.#seal());
    this.#working = work;
    return work;
  };

  readonly stop = async (): Promise<void> => {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working.catch(() => {});
  };

  #later(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.sealNow()
        .then(
          () => this.#says(null),
          (error: unknown) => this.#says(error),
        )
        .finally(() => this.#later());
    }, EVERY_MS);
    this.#timer.unref();
  }

  /** One line when sealing begins to fail and one when it works again, not one a second. */
  #says(error: unknown): void {
    if (error !== null && !this.#failing) this.#deps.log.error('audit cannot be sealed', { error });
    if (error === null && this.#failing) this.#deps.log.info('audit is sealed again');
    this.#failing = error !== null;
  }

  async #seal(): Promise<number> {
    await this.#months().catch((error: unknown) => this.#deps.log.warn('audit month not made yet', { error }));
    let sealed = 0;
    for (;;) {
      const more = await this.#sealOnce();
      sealed += more;
      if (more < MOST / 2) break;
    }
    await this.#heads?.catchUp(onPool(this.#deps.owner));
    return sealed;
  }

  #sealOnce(): Promise<number> {
    return transaction(this.#deps.owner, async (tx) => {
      const begun = (await tx.query<{ mine: boolean; below: string }>(BEGIN)).rows[0];
      if (!begun?.mine) return 0;
      const era = (await tx.query<{ era: number }>(NOW)).rows[0]?.era ?? 1;
      return sealBelow(tx, era, begun.below, MOST);
    });
  }

  async #months(): Promise<void> {
    const now = this.#deps.clock.now();
    if (Math.abs(now - this.#monthsAt) < MONTHS_EVERY_MS) return;
    this.#monthsAt = now;
    await transaction(this.#deps.owner, async (tx) => {
      // Whoever appends waits behind this lock, so it is not waited for long: the default partition takes what comes.
      await tx.query(plain(`set local lock_timeout = '500ms'`));
      await ensureMonths(tx);
    });
  }
}
