import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { peopleInTrail, personInTrail, redactions, trail } from '#modules/audit/queries.ts';
import { overviewRow } from '#modules/chart/queries.ts';
import { search } from '#modules/chart/search.ts';
import { teamOf } from '#modules/documents/face-sheet/team.ts';
import { loads, unassigned } from '#modules/enrolment/queries.ts';
import { overridesOf } from '#modules/policy-desk/queries.ts';
import { entered, type RequestConnection, tokenHash } from '#modules/record/testing/request-connection.ts';
import { TODAY, type TwoAgencies, twoAgencies } from '#modules/record/testing/two-agencies.builder.ts';
import { addSeat, type Seated } from '#modules/record/testing/world.builder.ts';
import { imports } from '#modules/referral/import-service/queries.ts';
import { owed, owedRows } from '#modules/worklists/queries.ts';
import type { Db } from '#platform/database/db.ts';

// What is asked about one chart, or by one care manager, must not read the whole organization. Counted in rows, by the database
// itself, beside a large organization: how long it takes depends on the machine, how many rows it reads on the question.
const COLLEAGUES = 3000;

let at: TwoAgencies;
let privacy: Seated;
beforeAll(async () => {
  at = await twoAgencies();
  await at.world.pools.owner.query(
    `with one as (select n, gen_random_uuid() as person, gen_random_uuid() as seat, gen_random_uuid() as chart from generate_series(1, $1) n),
       people as (insert into kinfold.person (id, name) select person, 'Colleague ' || n from one),
       seats as (insert into kinfold.seat (id, person, capacity, agency, from_day) select seat, person, 'care-manager', 15, '2020-01-01' from one),
       led as (insert into kinfold.supervision (supervisor, seat, from_day) select $2::uuid, seat, '2020-01-01' from one),
       charts as (insert into kinfold.chart (id, agency, holder, programme, opened_on, stage, stage_since)
         select chart, 100, 15, 'nj-cmo', '2026-01-05', 'planning', '2026-02-01' from one),
       youths as (insert into kinfold.youth (chart, agency, holder, programme, legal_first, legal_last) select chart, 100, 15, 'nj-cmo', 'Youth', 'Number' || n from one),
       given as (insert into kinfold.relationship (chart, id, agency, holder, programme, seat, kind, from_day)
         select chart, gen_random_uuid(), 15, 15, 'nj-cmo', seat, 'accountable', '2026-02-01' from one),
       reached as (insert into kinfold.fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, data)
         select chart, x, '2026-10-01', 15, 15, 'nj-cmo', 'mental-health', 'contact.made', date '2026-03-01' + x, '{"with":["youth"],"how":"in-person"}'
         from one cross join generate_series(1, 5) x),
       found as (insert into kinfold.name_key (chart, agency, holder, programme, kind, token)
         select chart, 100, 15, 'nj-cmo', k.kind, k.start || n from one cross join (values ('name', 'number'), ('family', 'kin'), ('family', 'number')) k (kind, start))
     insert into kinfold.duty (chart, agency, holder, programme, category, key, rule, clause, root, owes, force, state, due, late_after)
     select chart, 15, 15, 'nj-cmo', 'general', 'x#' || x, 'x', 'x', x, 'x', 'required', 'open', '2026-10-20', '2026-10-20'
     from one cross join generate_series(1, 3) x`,
    [COLLEAGUES, at.supervisor.seat],
  );
  // The administrator's people look at youths all over the state.
  await at.world.pools.owner.query(
    `insert into kinfold.audit_event (person, seat, capacity, agency, programme, holder, operation, outcome, digest, at)
     select $1, $2, 'csa-coordinator', 100, 'nj-cmo', 1, 'chart.opened', 'looked', '', '2026-10-01' from generate_series(1, $3)`,
    [at.csa.person, at.csa.seat, COLLEAGUES],
  );
  // Lists of what somebody decided name who did: three of each.
  await at.world.pools.owner.query(
    `with three as (select n, gen_random_uuid() as id from generate_series(1, 3) n),
       set as (insert into kinfold.parameter_override (id, agency, programme, pack, parameter, value, reason, from_day, by_seat)
         select id, 15, 'nj-cmo', 'nj-cmo', 'nj.review/days', to_jsonb(60 + n), 'r', date '2026-10-01' + n::int, $1 from three),
       brought as (insert into kinfold.import_batch (id, agency, programme, by_seat, file_name, file_digest, rows)
         select id, 15, 'nj-cmo', $1, 'f.csv', '', 0 from three)
     insert into kinfold.audit_redaction (id, event, event_at, agency, court_order, reason, requested_by, requested_person)
     select id, n, '2026-10-01', 15, 'FJ-20-118', 'r', $1, $2 from three`,
    [at.supervisor.seat, at.supervisor.person],
  );
  privacy = await addSeat(at.world.pools.owner, { name: 'Ines Maro', capacity: 'privacy-officer', agency: 15 });
  await at.world.pools.owner.query('analyze');
});
afterAll(() => at.world.stop());

/** The rows a transaction has read so far, by table. */
const READ = `select relname as "table", (coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows
  from pg_stat_xact_user_tables where schemaname = 'kinfold' order by 2 desc`;

async function mostRead(who: () => Seated, work: (connection: RequestConnection) => Promise<unknown>): Promise<number> {
  return entered(at.world.pools, 'staff', who(), async (connection) => {
    await work(connection);
    const [most] = await connection.run<{ table: string; rows: number }>(READ);
    return most?.rows ?? 0;
  });
}

const through = ({ run }: RequestConnection): Db => ({
  query: async <R>({ text }: { readonly text: string }, values: readonly unknown[] = []) => {
    const rows = (await run(text, [...values])) as R[];
    return { rows, rowCount: rows.length };
  },
});

const opening = (who: () => Seated) => (connection: RequestConnection) =>
  connection.run('select kinfold.open_command($1, $2, $3, $4, $5)', [
    tokenHash(who()),
    who().seat,
    at.ours,
    randomUUID(),
    Buffer.alloc(32),
  ]);

const elsewhere =
  (chart: () => string | null) =>
  ({ run }: RequestConnection) =>
    run('select * from kinfold.referred_elsewhere($1)', [chart()]);

const searching = (text: string) => (connection: RequestConnection) => search(through(connection), 'staff', text, 20);

const csa = () => at.csa;
const privacyOfficer = () => privacy;
const careManager = () => at.careManager;
const supervisor = () => at.supervisor;
const UP_TO = '2026-10-26';

test.each([
  ['the first screen of a chart', careManager, (c: RequestConnection) => overviewRow(through(c), at.ours)],
  ['who is in the team, for the face sheet', careManager, (c: RequestConnection) => teamOf(through(c), at.ours, TODAY)],
  [
    'my work list',
    careManager,
    (c: RequestConnection) => owed(through(c), 'mine', at.careManager.seat, 14, null, 50, null),
  ],
  ['how much I owe', careManager, (c: RequestConnection) => owedRows(through(c), 'mine', at.careManager.seat, UP_TO)],
  ['a youth the administrator referred', csa, elsewhere(() => at.ours)],
  ['who is on the way to an organization', csa, elsewhere(() => null)],
  [
    'what somebody elsewhere did here',
    privacyOfficer,
    (c: RequestConnection) => trail(through(c), { person: at.csa.person, limit: 100 }, null),
  ],
  ['somebody in the trail, by name', privacyOfficer, (c: RequestConnection) => peopleInTrail(through(c), 'Noor', 20)],
  ['who was asked for', privacyOfficer, (c: RequestConnection) => personInTrail(through(c), at.csa.person)],
  ['a youth by the beginning of a name', careManager, searching('num')],
  ['a youth by the beginning of a parent’s name', careManager, searching('kin')],
  ['a youth by whole names', careManager, searching('number77 kin77')],
  ['a youth by digits', careManager, searching('40007')],
  ['who redacted what', privacyOfficer, (c: RequestConnection) => redactions(through(c))],
  ['whose numbers count', supervisor, (c: RequestConnection) => overridesOf(through(c), 'nj-cmo')],
  ['who brought which file', supervisor, (c: RequestConnection) => imports(through(c))],
  ['opening a command, as care manager', careManager, opening(careManager)],
  ['opening a command, as a supervisor of thousands', supervisor, opening(supervisor)],
] as const)('%s reads no more beside a large organization', async (_, who, work) => {
  expect(await mostRead(who, work)).toBeLessThan(COLLEAGUES / 10);
});

test.each([
  ['the caseloads', (c: RequestConnection) => loads(through(c), TODAY, 15)],
  ['the gaps', (c: RequestConnection) => unassigned(through(c))],
  ['what nobody answers for', (c: RequestConnection) => owedRows(through(c), 'unassigned', at.supervisor.seat, UP_TO)],
] as const)('%s reads each row a few times at most', async (_, work) => {
  expect(await mostRead(supervisor, work)).toBeLessThan(COLLEAGUES * 6);
});
