import type { Actor } from '#modules/access/model.ts';
import { wrongField } from '#modules/record/refusal.ts';
import type { Db } from '#platform/database/db.ts';
import { anyHeldByAnother, loadsOf } from '../bulk/queries.ts';
import type { RatioOf } from '../routes.ts';

/** What both a command of one chart and one of the agency have. */
interface Asking {
  readonly db: Db;
  readonly actor: Pick<Actor, 'agency' | 'programme' | 'today'>;
}

export interface Move {
  readonly chart: string;
  /** Who would be accountable. */
  readonly seat: string;
}

/**
 * A reason is owed where a family loses its care manager to another, and where somebody would carry more families than the
 * clause allows. Throws 422 `reason-needed` on `reason` when there is none.
 */
export async function askWhy(
  { db, actor: { agency, programme, today } }: Asking,
  ratioOf: RatioOf,
  moves: readonly Move[],
  reason: string | null | undefined,
): Promise<void> {
  if (reason) return;
  const { over } = ratioOf(programme, agency, today);
  const seats = [...new Set(moves.map(({ seat }) => seat))];
  const [held, loads] = await Promise.all([anyHeldByAnother(db, moves), loadsOf(db, seats, agency, today)]);
  const coming = (taker: string) => moves.filter(({ seat }) => seat === taker).length;
  if (held || loads.some(({ seat, load }) => over({ families: load + coming(seat) })))
    throw wrongField('reason', 'reason-needed');
}
