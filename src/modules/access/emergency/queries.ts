import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { EmergencyAccess } from './contract.ts';

const OWN = statement(
  'emergency.own',
  `select id, chart, from_at as "from", to_at as until from kinfold.emergency_access where seat = $1 and to_at > now() order by to_at`,
);

export interface OwnEmergency {
  id: string;
  chart: string;
  from: string;
  until: string;
}

export async function ownEmergencies(db: Db, seat: string): Promise<OwnEmergency[]> {
  return (await db.query<OwnEmergency>(OWN, [seat])).rows;
}

const LIST = statement(
  'emergency.list',
  `select id, chart, number, by, capacity, reason, from_at as "from", until, open, reviewed_at as "reviewedAt", reviewed_by as "reviewedBy", review
   from kinfold.emergencies($1, $2)`,
);
const TO_REVIEW = statement(
  'emergency.to-review',
  `select count(*)::int as n from kinfold.emergencies('to-review', 1000)`,
);

/** How much emergency access waits for review in the privacy officer's agency, at most 1000. Throws KF403 for anybody else. */
export async function countToReview(db: Db): Promise<number> {
  return (await db.query<{ n: number }>(TO_REVIEW)).rows[0]?.n ?? 0;
}

/** Emergency access of the privacy officer's agency, newest first, and how much waits for review. */
export async function emergencies(
  db: Db,
  state: string,
  limit: number,
): Promise<{ toReview: number; emergencies: EmergencyAccess[] }> {
  const [listed, waiting] = await Promise.all([db.query<EmergencyAccess>(LIST, [state, limit]), countToReview(db)]);
  return { toReview: waiting, emergencies: listed.rows };
}
