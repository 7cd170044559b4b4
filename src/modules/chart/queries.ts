import { isSuccessful } from '#modules/contacts/index.ts';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';

/** One statement for the whole first screen: every part under the reader's own row security, in one trip. */
const OVERVIEW = statement(
  'chart.overview',
  `select json_build_object(
    'header', json_build_object('id', c.id, 'number', c.number, 'programme', c.programme, 'stage', c.stage, 'stageSince', c.stage_since,
      'lastContactOn', told.last_contact_on, 'missingSince', case when told.missing_at > told.found_at then told.missing_on end,
      'agency', (select json_build_object('id', g.id, 'name', g.name, 'short', g.short_name) from kinfold.agency g where g.id = c.holder),
      'youth', (select json_build_object('legalFirst', legal_first, 'legalLast', legal_last, 'preferredName', preferred_name, 'pronouns', pronouns,
          'gender', gender, 'born', born, 'bornEstimated', born_estimated, 'languages', languages, 'interpreter', interpreter,
          'raceEthnicity', race_ethnicity, 'county', county, 'revision', revision) from kinfold.youth y where y.chart = c.id),
      -- Nobody, when whoever it was left: the gap is what must be seen.
      'careManager', (select json_build_object('seat', r.seat, 'name', h.name, 'since', r.from_day)
        from kinfold.relationship r left join lateral (select * from kinfold.seat_holder h where h.seat = r.seat limit 1) h on true
        where r.chart = c.id and r.kind = 'accountable' and r.to_day is null
          and (h.to_day is null or h.to_day >= (select (kinfold.scope_actor() ->> 'today')::date))),
      'alerts', (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'words', words)), '[]') from kinfold.alert where chart = c.id and to_day is null),
      'coverage', (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'plan', plan, 'planState', plan_state, 'memberNumber', member_number,
          'from', from_day, 'to', to_day) order by from_day desc), '[]') from kinfold.coverage where chart = c.id and to_day is null)),
    'owed', (select coalesce(json_agg(json_build_object('chart', chart, 'key', key, 'rule', rule, 'clause', clause, 'force', force, 'state', state, 'owes', owes,
        'owing', owing, 'due', due, 'dueAt', due_at, 'lateAfter', late_after, 'lateAfterAt', late_after_at, 'until', until, 'pausedFrom', paused_from, 'pattern', pattern,
        'openParts', open_parts, 'metOn', met_on, 'numbersOn', numbers_on, 'handedOn', case when state = 'delegated' then kinfold.handed_on(chart, key) end) order by due, key), '[]') from kinfold.duty where chart = c.id),
    'relatives', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'relationship', relationship, 'livesWith', lives_with, 'languages', languages,
        'interpreter', interpreter, 'authority', authority, 'from', from_day, 'to', to_day,
        -- As long as the alert the order raised: until somebody says that it ended, whatever its last day.
        'noContact', exists (select 1 from kinfold.court_order o join kinfold.alert a on a.chart = o.chart and a.id = o.id and a.to_day is null
          where o.chart = c.id and o.relative = r.id and o.kind = 'no-contact')) order by from_day), '[]') from kinfold.relative r where chart = c.id),
    'contactPoints', (select coalesce(json_agg(json_build_object('id', id, 'relative', relative, 'kind', kind, 'value', value, 'extension', extension, 'city', city, 'state', state,
        'zip', zip, 'county', county, 'voicemail', voicemail, 'textOk', text_ok, 'confidential', confidential, 'seenBy', seen_by, 'shareWith', share_with, 'from', from_day, 'to', to_day)
        order by from_day), '[]') from kinfold.contact_point where chart = c.id and to_day is null),
    'identifiers', (select coalesce(json_agg(json_build_object('kind', kind, 'value', value)), '[]') from kinfold.identifier where chart = c.id and to_day is null),
    'school', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'district', district, 'grade', grade, 'support', support,
        'lastIepOn', last_iep_on, 'nextAnnualOn', next_annual_on, 'from', from_day, 'to', to_day)), '[]') from kinfold.school where chart = c.id and to_day is null),
    'enrolments', (select coalesce(json_agg(json_build_object('id', id, 'startedOn', started_on, 'endedOn', ended_on, 'ground', ground) order by started_on), '[]')
        from kinfold.enrolment where chart = c.id),
    'links', (select coalesce(json_agg(json_build_object('chart', y.chart, 'kind', s.kind, 'name', concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last))
          order by y.born, y.chart), '[]')
        from (select l.other as chart, l.kind from kinfold.chart_link l where l.chart = c.id and l.undone_at is null
          union select l.chart, l.kind from kinfold.chart_link l where l.other = c.id and l.undone_at is null) s
        join kinfold.youth y on y.chart = s.chart)
  ) as overview, told.marks
  from kinfold.chart c
  cross join lateral (
    -- As text, for nobody reads it on the way out. Places are counted among what this reader sees: the facts' own numbers would show
    -- where something is hidden.
    select concat('[', string_agg(concat('{"seq":', f.place, ',"kind":', to_json(f.kind), ',"on":', to_json(f.on_day), ',"data":', f.data,
        ',"source":', coalesce(to_json(f.source_id), 'null'), '}'), ',' order by f.place), ']') as marks,
      -- By what this reader sees: the stored copy for lists also counts contacts whose category is closed to them.
      max(f.on_day) filter (where ${isSuccessful('f')}) as last_contact_on,
      max(f.on_day) filter (where f.kind = 'missing.started') as missing_on,
      max(f.place) filter (where f.kind = 'missing.started') as missing_at, coalesce(max(f.place) filter (where f.kind = 'missing.ended'), 0) as found_at
    from (select row_number() over (order by f.on_day, f.seq) as place, f.kind, f.on_day, f.data, f.source_id
      from kinfold.fact f where f.chart = c.id and not f.withdraws
        and not exists (select 1 from kinfold.fact s where s.chart = f.chart and s.supersedes = f.seq)) f) told
  where c.id = $1`,
);

/** The first screen as the database tells it. */
export interface OverviewRow {
  /** Everything but the timeline; `present.ts` says what is in it. */
  readonly overview: unknown;
  /** The timeline's marks, JSON as the contract has it. */
  readonly marks: string;
}

/** The first screen, or null when there is no such chart for this reader. */
export async function overviewRow(db: Db, chart: string): Promise<OverviewRow | null> {
  return (await db.query<OverviewRow>(OVERVIEW, [chart])).rows[0] ?? null;
}

const LOOKS = statement(
  'chart.looks',
  'select at, name, capacity, agency, operation, outcome, own, listed from kinfold.looks_at($1, $2, $3)',
);

export interface LookRow {
  at: string;
  name: string | null;
  capacity: string | null;
  agency: string | null;
  operation: string;
  outcome: string;
  own: boolean;
  listed: boolean;
}

/** The latest looks at a chart; `lists` asks also for lists and searches that showed it. */
export async function looksAt(
  db: Db,
  chart: string,
  { limit, lists }: { readonly limit: number; readonly lists: boolean },
): Promise<LookRow[]> {
  return (await db.query<LookRow>(LOOKS, [chart, limit, lists])).rows;
}
