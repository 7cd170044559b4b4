import type { StoredDuty } from '#modules/duties/stored-duty.ts';
import { ANSWERED_BY_NOBODY } from '#modules/enrolment/gap.ts';
import type { Db, Statement } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { Whose } from './contract.ts';

/** The reader's day, known to the database: a list need not wait to be told it. */
const TODAY = `(select (kinfold.scope_actor() ->> 'today')::date)`;

/** Charts the seat answers for today: assigned to it, or to a seat it covers. Read at the moment, so that moving a caseload rewrites no duty. */
export const MINE = `select r.chart from kinfold.relationship r
    where r.seat = $1 and r.kind in ('accountable', 'cover') and r.to_day is null
  union
  select r.chart from kinfold.absence a join kinfold.relationship r on r.seat = a.seat and r.kind = 'accountable' and r.to_day is null
    where a.cover = $1 and ${TODAY} between a.from_day and a.to_day`;

/** Charts of the seats whose work the reader answers for today: those they supervise, and those of a supervisor they cover. */
export const TEAM = `select r.chart from kinfold.relationship r
    where r.seat = any ((select kinfold.scope_team())::uuid[]) and r.kind = 'accountable' and r.to_day is null and $1::uuid is not null`;

/** Charts nobody answers for, in whatever stage: an incident stays owed after care ended, a first contact is owed from the offer. */
const UNASSIGNED = `select c.id as chart from kinfold.chart c where $1::uuid is not null and ${ANSWERED_BY_NOBODY}`;

/** As `isStillOwed` says. All states stand in one list first, as the index of what a chart owes has them: an `or` is not looked up in it. */
const OPEN = `(d.state in ('open', 'partial', 'delegated', 'impossible') and (d.state <> 'impossible' or d.until is null or d.until > ${TODAY}))`;

interface List {
  readonly charts: string;
  readonly owing: string;
}

const LISTS: Readonly<Record<Whose, List>> = {
  mine: { charts: MINE, owing: `d.owing = 'holder'` },
  team: { charts: TEAM, owing: `d.owing = 'holder'` },
  unassigned: { charts: UNASSIGNED, owing: `d.owing = 'holder'` },
  waiting: { charts: MINE, owing: `d.owing <> 'holder'` },
};

/** By whom a duty was handed on, and to whom. */
export interface HandedOn {
  readonly by: string;
  readonly to: string;
  /** To the seat that reads. */
  readonly toMe: boolean;
}

export interface OwedRow {
  readonly chart: string;
  readonly key: string;
  readonly rule: string;
  readonly clause: string;
  readonly force: string;
  readonly state: string;
  readonly owes: string;
  readonly owing: string;
  readonly holder: number;
  readonly due: string;
  readonly dueAt: string | null;
  readonly lateAfter: string;
  readonly lateAfterAt: string | null;
  readonly until: string | null;
  readonly pausedFrom: string | null;
  readonly pattern: unknown;
  readonly openParts: string[];
  readonly numbersOn: string | null;
  readonly handedOn: HandedOn | null;
  readonly first: string;
  readonly last: string;
  readonly born: string | null;
  readonly careManager: string | null;
}

/** What a colleague handed to the seat and nobody took back, in charts it does not answer for anyway. */
const HANDED_TO_ME = `kinfold.duty_decision x join kinfold.duty d on d.chart = x.chart and d.key = x.duty
     where x.to_seat = $1 and x.kind = 'delegated' and d.state = 'delegated' and d.owing = 'holder'
       and not exists (select from (${MINE}) charts where charts.chart = x.chart)
       and not exists (select from kinfold.duty_decision later where later.chart = x.chart and later.duty = x.duty and later.at > x.at)`;

const ACCOUNTABLE = `(select (select h.name from kinfold.seat_holder h where h.seat = m.seat) from kinfold.relationship m
      where m.chart = d.chart and m.kind = 'accountable' and m.to_day is null)`;

const ASKED = `d.due <= ${TODAY} + $2::int and ($3::text is null or d.clause = $3)
         and ($5::date is null or (d.due, d.chart, d.key) > ($5::date, $6::uuid, $7::text))`;

const withYouth = (owed: string, manager: string): string =>
  `${owed}
     select d.chart, d.holder, d.key, d.rule, d.clause, d.force, d.state, d.owes, d.owing, d.due, d.due_at as "dueAt", d.late_after as "lateAfter",
       d.late_after_at as "lateAfterAt", d.until, d.paused_from as "pausedFrom", d.pattern, d.open_parts as "openParts", d.numbers_on as "numbersOn",
       case when d.state = 'delegated' then kinfold.handed_on(d.chart, d.key) end as "handedOn",
       coalesce(y.preferred_name, y.legal_first) as first, y.legal_last as last, y.born, ${manager} as "careManager"
     from owed d join kinfold.youth y on y.chart = d.chart order by d.due, d.chart, d.key`;

function listing(whose: Whose): Statement {
  const { charts, owing } = LISTS[whose];
  return statement(
    `worklists.${whose}`,
    withYouth(
      `with charts as materialized (${charts}),
     owed as (
       select d.* from charts join kinfold.duty d on d.chart = charts.chart where ${OPEN} and ${owing} and ${ASKED}
       order by d.due, d.chart, d.key limit $4)`,
      whose === 'mine' ? 'null::text' : ACCOUNTABLE,
    ),
  );
}

// Statements of their own: to plan for what is handed on in every list would cost each a sixth more.
const ANYTHING_HANDED = statement(
  'worklists.anything-handed',
  `select exists (select from kinfold.duty_decision x where x.to_seat = $1 and x.kind = 'delegated') as there`,
);
const HANDED = statement(
  'worklists.handed',
  withYouth(
    `with owed as (select d.* from ${HANDED_TO_ME} and ${ASKED} order by d.due, d.chart, d.key limit $4)`,
    ACCOUNTABLE,
  ),
);

const READ = {
  mine: listing('mine'),
  team: listing('team'),
  unassigned: listing('unassigned'),
  waiting: listing('waiting'),
} as const satisfies Record<Whose, Statement>;

export interface After {
  readonly due: string;
  readonly chart: string;
  readonly key: string;
}

/** Open duties of one list due within so many days from the reader's today, by due day; at most `limit`. */
export async function owed(
  db: Db,
  whose: Whose,
  seat: string,
  days: number,
  clause: string | null,
  limit: number,
  after: After | null,
): Promise<OwedRow[]> {
  const values = [seat, days, clause, limit, after?.due ?? null, after?.chart ?? null, after?.key ?? null];
  const listed = db.query<OwedRow>(READ[whose], values);
  if (whose !== 'mine') return (await listed).rows;
  const [{ rows }, handed] = await Promise.all([listed, anythingHanded(db, seat)]);
  if (!handed) return rows;
  const more = (await db.query<OwedRow>(HANDED, values)).rows;
  return [...rows, ...more].toSorted(byPlace).slice(0, limit);
}

async function anythingHanded(db: Db, seat: string): Promise<boolean> {
  return (await db.query<{ there: boolean }>(ANYTHING_HANDED, [seat])).rows[0]?.there === true;
}

/** In the order of the statements, so that the next page begins where this one ends; no chart is in both. */
const placeOf = ({ due, chart }: OwedRow): string => `${due} ${chart}`;
const byPlace = (a: OwedRow, b: OwedRow): number => Number(placeOf(a) > placeOf(b)) - Number(placeOf(a) < placeOf(b));

/** What counting needs of a duty: whether it is owed now is arithmetic over its row, the same as for the list. */
const STANDING = `d.key, d.rule, d.clause, d.force, d.state, d.owes, d.owing, d.due, d.due_at as "dueAt", d.late_after as "lateAfter",
       d.late_after_at as "lateAfterAt", d.until, d.paused_from as "pausedFrom", d.pattern, d.open_parts as "openParts"`;

const counting = (whose: Whose): Statement =>
  statement(
    `worklists.count-${whose}`,
    `with charts as materialized (${LISTS[whose].charts})
     select ${STANDING} from charts join kinfold.duty d on d.chart = charts.chart
     where ${OPEN} and ${LISTS[whose].owing} and d.due <= $2::date`,
  );
const COUNT_HANDED = statement(
  'worklists.count-handed',
  `select ${STANDING} from ${HANDED_TO_ME} and d.due <= $2::date`,
);

const COUNTED = {
  mine: counting('mine'),
  team: counting('team'),
  unassigned: counting('unassigned'),
  waiting: counting('waiting'),
} as const satisfies Record<Whose, Statement>;

/** Open duties of one list up to a day, without the youths: for counting. */
export async function owedRows(db: Db, whose: Whose, seat: string, upTo: string): Promise<StoredDuty[]> {
  const counted = db.query<StoredDuty>(COUNTED[whose], [seat, upTo]);
  if (whose !== 'mine') return (await counted).rows;
  const [{ rows }, handed] = await Promise.all([counted, anythingHanded(db, seat)]);
  return handed ? [...rows, ...(await db.query<StoredDuty>(COUNT_HANDED, [seat, upTo])).rows] : rows;
}

const BESIDES = statement(
  'worklists.besides',
  `select (select count(*)::int from (${MINE}) charts) as charts,
     (select count(*)::int from kinfold.chart c where c.stage in ('referred', 'to-assign', 'assigned')
        or c.id in (select t.chart from kinfold.review_task t where t.code = 'likely-duplicate' and t.settled_at is null)) as referrals`,
);

export interface Besides {
  readonly charts: number;
  readonly referrals: number;
}

/** How many youths the seat answers for, and referrals waiting for somebody. */
export async function besides(db: Db, seat: string): Promise<Besides> {
  return (await db.query<Besides>(BESIDES, [seat])).rows[0] ?? { charts: 0, referrals: 0 };
}
