import { type Db, statement } from '#platform/database/db.ts';
import { toRenewBy } from './to-renew.ts';

// As `present.ts` reads them: one that had run out before anybody recorded it is to be renewed all the same.
const TO_RENEW = statement(
  'agreements.to-renew',
  `select count(distinct id)::int as count from kinfold.agency_duty
   where owing = 'holder' and state in ('open', 'partial', 'delegated', 'impossible') and due <= $1::date`,
);

/** How many agreements of the reader's own agency have run out, or soon do. */
export async function countToRenew(db: Db, today: string): Promise<number> {
  return (await db.query<{ count: number }>(TO_RENEW, [toRenewBy(today)])).rows[0]?.count ?? 0;
}
