import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { ReturnedBecause } from './model.ts';

const NAME = `concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last)`;

/** Charts within reach, and for the administrator those it referred whose chart went on to an organization. */
const referred = (elsewhere: string): string =>
  `(select c.id, c.number, c.stage, c.holder, ${NAME} as name, y.born, y.county from kinfold.chart c join kinfold.youth y on y.chart = c.id
    union all select id, number, stage, holder, name, born, county from kinfold.referred_elsewhere(${elsewhere})) c`;
const REFERRED = referred('null');
const opened = referred('$1');

/** Whether two of the agency's own are one youth is asked until somebody has said, however far it went meanwhile. */
const ASKED_WHETHER_ONE = `c.id in (select t.chart from kinfold.review_task t where t.holder = kinfold.scope_agency() and t.settled_at is null
    and t.code = 'likely-duplicate')`;

const STAGE_TEST = {
  // What an organization recorded itself is accepted at once, and asked about from then on.
  'needs-a-person': `c.id in (select t.chart from kinfold.review_task t where t.settled_at is null)
    and (c.stage in ('referred', 'to-assign') or (c.stage = 'accepted' and c.holder = kinfold.scope_agency()) or ${ASKED_WHETHER_ONE})`,
  'to-decide': `c.stage = 'referred' and not exists (select 1 from kinfold.review_task t where t.chart = c.id and t.settled_at is null)`,
  'to-assign': `c.stage = 'to-assign'`,
  offered: `c.stage = 'assigned'`,
  'to-enrol': `c.stage = 'accepted'`,
  all: `c.stage in ('referred', 'to-assign', 'assigned', 'accepted')`,
  'other-path': `c.stage = 'other-path'`,
} as const;
export type QueueStage = keyof typeof STAGE_TEST;

export interface QueueRow {
  chart: string;
  number: number;
  name: string;
  born: string | null;
  county: string | null;
  receivedAt: string;
  externalId: string | null;
  domains: string[];
  intensity: string | null;
  stage: string;
  holder: number;
  holderName: string;
  openTasks: string[];
  outcome: string | null;
  cameBack: ReturnedBecause | 'not-said' | null;
}

function listing(stage: QueueStage) {
  return statement(
    `referral.queue-${stage}`,
    `select c.id as chart, c.number, c.name, c.born, c.county, r.received_at as "receivedAt", r.external_id as "externalId", r.domains, r.intensity,
       c.stage, c.holder, g.short_name as "holderName",
       array(select t.code from kinfold.review_task t where t.chart = c.id and t.settled_at is null order by t.opened_at) as "openTasks",
       (select e.outcome from kinfold.eligibility_decision e where e.chart = c.id and not exists (
          select 1 from kinfold.eligibility_decision n where n.chart = e.chart and n.supersedes = e.id)
          order by e.decided_on desc, e.outcome = 'more-information' limit 1) as outcome,
       case when c.stage = 'to-assign' then (select coalesce(a.return_because, 'not-said') from kinfold.referral_assignment a where a.chart = c.id
          and a.state = 'returned' order by a.answered_at desc limit 1) end as "cameBack"
     from ${REFERRED} join kinfold.referral r on r.chart = c.id join kinfold.agency g on g.id = c.holder
     where ${STAGE_TEST[stage]} and ($2::timestamptz is null or r.received_at < $2 or (r.received_at = $2 and c.id < $3::uuid))
     order by r.received_at desc, c.id desc limit $1`,
  );
}

const LISTS = {
  'needs-a-person': listing('needs-a-person'),
  'to-decide': listing('to-decide'),
  'to-assign': listing('to-assign'),
  offered: listing('offered'),
  'to-enrol': listing('to-enrol'),
  all: listing('all'),
  'other-path': listing('other-path'),
} as const satisfies Record<QueueStage, unknown>;

/** Where a page ends: the last row's instant, and its chart among those of that instant. */
export interface QueueEnd {
  readonly at: string;
  readonly chart: string | null;
}

/** One page of referrals, the latest received first. */
export async function queue(db: Db, stage: QueueStage, limit: number, before: QueueEnd | null): Promise<QueueRow[]> {
  return (await db.query<QueueRow>(LISTS[stage], [limit, before?.at ?? null, before?.chart ?? null])).rows;
}

const count = (stage: QueueStage): string => `count(*) filter (where ${STAGE_TEST[stage]})::int as "${stage}"`;
const COUNTS = statement(
  'referral.queue-counts',
  `select ${(['needs-a-person', 'to-decide', 'to-assign', 'offered', 'to-enrol'] as const).map(count).join(', ')}
   from (select id, stage, holder from kinfold.chart union all select id, stage, holder from kinfold.referred_elsewhere(null)) c
   where ${STAGE_TEST.all} or ${ASKED_WHETHER_ONE}`,
);

export type QueueCounts = Record<Exclude<QueueStage, 'all' | 'other-path'>, number>;

export async function queueCounts(db: Db): Promise<QueueCounts> {
  const none = { 'needs-a-person': 0, 'to-decide': 0, 'to-assign': 0, offered: 0, 'to-enrol': 0 };
  return (await db.query<QueueCounts>(COUNTS, [])).rows[0] ?? none;
}

const FACT_OF = (decision: string): string =>
  `(select min(f.seq) from kinfold.fact f where f.chart = e.chart and f.source_id = e.${decision})`;
/** Decisions of one day as they followed each other: asking for more makes no fact of its own, and comes after what it takes back. */
const WITHIN_A_DAY = `coalesce(${FACT_OF('id')}, ${FACT_OF('supersedes')} + 0.5, 0), e.supersedes is not null`;

const OPEN = statement(
  'referral.open',
  `select jsonb_build_object(
     'chart', c.id, 'number', c.number, 'stage', c.stage, 'county', c.county, 'born', c.born,
     'youth', (select jsonb_build_object('first', y.legal_first, 'last', y.legal_last, 'preferred', y.preferred_name, 'bornEstimated', y.born_estimated, 'letters',
         (select l ->> 'code' from jsonb_array_elements(y.languages) l where (l ->> 'letters')::boolean limit 1)) from kinfold.youth y where y.chart = c.id),
     'holder', jsonb_build_object('id', g.id, 'name', g.name),
     'referral', (select jsonb_build_object('id', r.id, 'source', r.source, 'externalId', r.external_id, 'receivedAt', r.received_at, 'recordedFor', r.recorded_for,
         'document', r.document, 'situation', r.situation, 'asRegistered', r.as_registered) from kinfold.referral r where r.chart = c.id order by r.received_at desc limit 1),
     'tasks', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'code', t.code, 'detail', t.detail, 'openedAt', t.opened_at, 'settledAt', t.settled_at,
         'answer', t.answer, 'note', t.note) order by t.opened_at, t.code), '[]') from kinfold.review_task t where t.chart = c.id),
     'decisions', (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'own', e.agency = kinfold.scope_agency(), 'decidedOn', e.decided_on, 'outcome', e.outcome, 'reasons', e.reasons, 'grounds', e.grounds,
         'intensity', e.intensity, 'recorded', e.recorded, 'document', e.document, 'by', (select h.name from kinfold.seat_holder h where h.seat = e.by_seat), 'supersedes', e.supersedes, 'supersedeReason', e.supersede_reason)
         order by e.decided_on, ${WITHIN_A_DAY}), '[]') from kinfold.eligibility_decision e where e.chart = c.id),
     'letters', (select coalesce(jsonb_agg(jsonb_build_object('decision', f.data ->> 'decision', 'on', f.on_day, 'means', f.data ->> 'means',
         'language', f.data ->> 'language', 'by', (select h.name from kinfold.seat_holder h where h.seat = f.said_by)) order by f.seq), '[]')
         from (select o.* from kinfold.fact o where o.chart = c.id and o.kind = 'referral.letter-sent' and not o.withdraws
             and not exists (select 1 from kinfold.fact n where n.chart = o.chart and n.supersedes = o.seq)
           union select * from kinfold.registrar_letters(c.id)) f),
     'assignments', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'toAgency', a.to_agency, 'agencyName', t.name, 'onDay', a.on_day, 'reason', a.reason,
         'state', a.state, 'answeredAt', a.answered_at, 'returnReason', a.return_reason, 'returnedBecause', a.return_because) order by a.at, a.answered_at nulls last), '[]')
         from kinfold.referral_assignment a join kinfold.agency t on t.id = a.to_agency where a.chart = c.id),
     'careManager', (select jsonb_build_object('name', (select h.name from kinfold.seat_holder h where h.seat = r.seat))
         from kinfold.relationship r where r.chart = c.id and r.kind = 'accountable' and r.to_day is null),
     'proposed', (select jsonb_build_object('agency', p.id, 'name', p.name, 'county', c.county) from kinfold.county k
         join kinfold.service_area s on s.county = k.code and s.from_day <= $2 and (s.to_day is null or s.to_day >= $2)
         join kinfold.agency p on p.id = s.agency and p.kind = 'cmo' where k.name = c.county and k.state = 'NJ' limit 1)
   ) as opened
   from ${opened} join kinfold.agency g on g.id = c.holder where c.id = $1`,
);

/** One referral with all that was done to it, or null when it is not there for this reader. */
export async function referralRow(db: Db, chart: string, today: string): Promise<Record<string, unknown> | null> {
  return (await db.query<{ opened: Record<string, unknown> }>(OPEN, [chart, today])).rows[0]?.opened ?? null;
}

/** How a chart is said to belong together with `$1`: by a link that stands, written in either of the two. */
export const linkedWith = (chart: string): string =>
  `(select l.kind from kinfold.chart_link l where l.undone_at is null and ((l.chart = $1 and l.other = ${chart}) or (l.chart = ${chart} and l.other = $1)) order by l.at desc limit 1)`;

/** Every chart that is linked with `$1`. */
const LINKED_TO = `select l.other from kinfold.chart_link l where l.chart = $1 and l.undone_at is null
   union all select l.chart from kinfold.chart_link l where l.other = $1 and l.undone_at is null`;

/** What is compared of the charts found: the home the youth lives in first, as `youth/found-by.ts` makes keys of it. */
export const candidatesIn = (found: string, linked: string): string =>
  `select c.id as chart, c.number, y.legal_first as first, y.legal_last as last, y.preferred_name as preferred, y.born, y.born_estimated as "bornEstimated", y.county,
     g.short_name as "holderName", a.value as line, a.zip,
     array(select value from kinfold.contact_point p where p.chart = c.id and p.kind = 'telephone' and p.to_day is null and not p.confidential and p.wrong is null) as telephones,
     ${linked} as linked
   from (${found}) found (chart) join kinfold.chart c on c.id = found.chart join kinfold.youth y on y.chart = c.id join kinfold.agency g on g.id = c.holder
   left join lateral (select p.value, p.zip from kinfold.contact_point p where p.chart = c.id and p.kind = 'address' and p.to_day is null and not p.confidential
     and p.wrong is null order by p.relative is not null, p.from_day desc limit 1) a on true`;

const CANDIDATES = statement(
  'referral.candidates',
  candidatesIn(
    `(select distinct theirs.chart from kinfold.name_key mine
         join kinfold.name_key theirs on theirs.kind = 'match' and theirs.token = mine.token and theirs.chart <> mine.chart
         where mine.chart = $1 and mine.kind = 'match' limit 50)
     union ${LINKED_TO}`,
    linkedWith('c.id'),
  ),
);

export interface Candidate {
  readonly chart: string;
  readonly number: number;
  readonly first: string;
  readonly last: string;
  readonly preferred: string | null;
  readonly born: string | null;
  readonly bornEstimated: boolean;
  readonly county: string | null;
  readonly holderName: string;
  readonly line: string | null;
  readonly zip: string | null;
  readonly telephones: string[];
  readonly linked: string | null;
}

const KNOWN_TO_REGISTRAR = statement(
  'referral.candidates-known',
  `select y.*, ${linkedWith('y.chart')} as linked
   from (select kinfold.matching_keys($1) as tokens) keys,
     lateral kinfold.known_youths(array((select distinct s.chart from kinfold.sharing_keys(keys.tokens, 50) s where s.chart <> $1 limit 50)
       union ${LINKED_TO}), keys.tokens) y`,
);

/** Charts that share a key with this one, within the reader's reach: a match at another agency is the administrator's alone to see. */
export async function candidates(db: Db, chart: string): Promise<Candidate[]> {
  const [within, known] = await Promise.all([
    db.query<Candidate>(CANDIDATES, [chart]),
    db.query<Candidate>(KNOWN_TO_REGISTRAR, [chart]),
  ]);
  return eachOnce([...within.rows, ...known.rows]);
}

/** A chart within reach is compared by what is read of it, not by its thin row. */
function eachOnce(found: readonly Candidate[]): Candidate[] {
  return [...new Map(found.toReversed().map((one) => [one.chart, one])).values()];
}

const BY_KEYS = statement(
  'referral.candidates-by-keys',
  candidatesIn(
    `select distinct chart from kinfold.name_key where kind = 'match' and token = any ($1::text[]) limit 50`,
    'null',
  ),
);

const KNOWN_BY_KEYS = statement(
  'referral.candidates-known-by-keys',
  `select y.*, null as linked
   from kinfold.known_youths(array(select distinct s.chart from kinfold.sharing_keys($1, 50) s limit 50), $1) y`,
);

/** Charts within reach that share one of these keys, for a referral that has no chart yet. */
export async function candidatesByKeys(db: Db, keys: readonly string[]): Promise<Candidate[]> {
  const [within, known] = await Promise.all([
    db.query<Candidate>(BY_KEYS, [keys]),
    db.query<Candidate>(KNOWN_BY_KEYS, [keys]),
  ]);
  return eachOnce([...within.rows, ...known.rows]);
}
