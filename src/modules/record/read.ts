import type { Actor, Relation } from '#modules/access/model.ts';
import { decide, type Permission } from '#modules/access/permissions.ts';
import type { LookWriter } from '#modules/audit/look-writer.ts';
import type { Clock } from '#platform/clock/clock.ts';
import { statement } from '#platform/database/db.ts';
import { reading, type Transaction, transaction } from '#platform/database/transaction.ts';
import { readActor } from './charted.ts';
import type { Caller } from './command.ts';
import { PermissionRefusal } from './command.ts';
import type { RequestPool, SeatPools } from './seat-pools.ts';

const ENTER = statement('record.enter', 'select kinfold.enter($1, $2) as actor');

/** What a read shows, for its audit row: the one chart opened, or the charts listed. */
export interface Shown<A> {
  readonly answer: A;
  readonly chart?: string | undefined;
  readonly charts?: readonly string[] | undefined;
}

export interface ReadContext {
  readonly db: Transaction;
  readonly caller: Caller;
  /**
   * Who reads; rejects for whoever may not, so that nothing more is asked of the database. Statements sent before this is
   * awaited travel in the same flush and already run under the scope that enter() set, so a hot read needs one trip.
   */
  readonly actor: () => Promise<Actor>;
  readonly nowMs: number;
  /** Which reach the statements run under: an agency's, or that of single charts. */
  readonly through: RequestPool;
}

export interface ReadDeps {
  readonly seats: SeatPools;
  readonly clock: Clock;
  readonly looks: LookWriter;
}

export interface ReadRequest {
  readonly caller: Caller;
  readonly permission: Permission;
  /** Null for reads of nothing about anybody, such as one's own menu. */
  readonly event: string | null;
  /** True where the reader also keeps something of their own (a draft, a choice): answered after COMMIT, as a write is. */
  readonly keeps?: boolean;
}

/** Runs one read under the reader's scope and writes its look durably before the answer is given back. */
export async function runRead<A>(
  deps: ReadDeps,
  request: ReadRequest,
  work: (context: ReadContext) => Promise<Shown<A>>,
  relations: readonly Relation[] = [],
): Promise<A> {
  const { actor, shown } = await deps.seats.on(request.caller.seat, (pool, through) =>
    (request.keeps ? transaction : reading)(pool, async (db) => {
      const nowMs = deps.clock.now();
      const permitted = db
        .query<{ actor: unknown }>(ENTER, [request.caller.tokenHash, request.caller.seat])
        .then((answer) => permittedReader(request.permission, readActor(answer.rows[0]?.actor), relations));
      const working = work({ db, caller: request.caller, actor: () => permitted, nowMs, through });
      // If entering is refused, the work's statements are refused too; the reason to give is the first one.
      working.catch(() => {});
      const reader = await permitted.catch(async (error: unknown) => {
        if (error instanceof PermissionRefusal) await working.catch(() => {});
        throw error;
      });
      return { actor: reader, shown: await working };
    }),
  );
  if (request.event) {
    await deps.looks.append({
      actor,
      operation: request.event,
      outcome: 'looked',
      chart: shown.chart,
      details: shown.charts ? { charts: shown.charts } : {},
    });
  }
  return shown.answer;
}

function permittedReader(permission: Permission, reader: Actor, relations: readonly Relation[]): Actor {
  const decision = decide(permission, reader, relations);
  if (!decision.yes) throw new PermissionRefusal(reader, decision.reasons);
  return reader;
}
