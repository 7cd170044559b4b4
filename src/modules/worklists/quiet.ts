import { quietSince } from '#modules/contacts/index.ts';
import { type Db, statement } from '#platform/database/db.ts';
import { MINE, TEAM } from './queries.ts';

const counting = (whose: string, charts: string) =>
  statement(
    `worklists.quiet-${whose}`,
    `select count(*) filter (where since < $2::date - 14)::int as "quiet14", count(*) filter (where since < $2::date - 30)::int as "quiet30"
     from (select ${quietSince('c')} as since from (${charts}) charts join kinfold.chart c on c.id = charts.chart) quiet`,
  );
const COUNT = { mine: counting('mine', MINE), team: counting('team', TEAM) } as const;

export interface Quiet {
  /** Youths without a successful contact that the reader may see for more than so many days; see `quietSince`. */
  readonly quiet14: number;
  readonly quiet30: number;
}

export async function countQuiet(db: Db, whose: keyof typeof COUNT, seat: string, today: string): Promise<Quiet> {
  return (await db.query<Quiet>(COUNT[whose], [seat, today])).rows[0] ?? { quiet14: 0, quiet30: 0 };
}
