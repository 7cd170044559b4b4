/**
 * The floor: for each job the one statement somebody would write who had nothing else to care about. No sign-in, no row
 * security, no audit, no rules; the same tables, the same data, an answer of the same shape.
 */

const OPEN = `d.state in ('open', 'partial', 'delegated')`;
const OWED = `json_build_object('chart', d.chart, 'key', d.key, 'rule', d.rule, 'clause', d.clause, 'force', d.force, 'state', d.state, 'owes', d.owes, 'owing', d.owing,
  'due', d.due, 'dueAt', d.due_at, 'lateAfter', d.late_after, 'lateAfterAt', d.late_after_at, 'until', d.until, 'openParts', d.open_parts,
  'title', d.rule, 'cite', 'N.J.A.C. 10:73-3.11', 'standing', 'upcoming', 'missed', 0, 'youth', y.legal_first || ' ' || y.legal_last, 'age', 12, 'careManager', null)`;

export const FLOOR_CHART = {
  name: 'floor.chart',
  text: `select json_build_object(
    'header', json_build_object('id', c.id, 'number', c.number, 'programme', c.programme, 'stage', c.stage, 'stageSince', c.stage_since,
      'agency', (select json_build_object('id', g.id, 'name', g.name, 'short', g.short_name) from kinfold.agency g where g.id = c.holder),
      'youth', json_build_object('legalFirst', y.legal_first, 'legalLast', y.legal_last, 'preferredName', y.preferred_name, 'pronouns', y.pronouns, 'gender', y.gender,
        'born', y.born, 'bornEstimated', y.born_estimated, 'languages', y.languages, 'interpreter', y.interpreter, 'raceEthnicity', y.race_ethnicity, 'county', y.county,
        'revision', y.revision),
      'careManager', (select json_build_object('seat', r.seat, 'name', p.name, 'since', r.from_day) from kinfold.relationship r join kinfold.seat s on s.id = r.seat
        join kinfold.person p on p.id = s.person where r.chart = c.id and r.kind = 'accountable' and r.to_day is null),
      'alerts', (select coalesce(json_agg(json_build_object('id', id, 'code', code, 'words', words)), '[]') from kinfold.alert where chart = c.id and to_day is null),
      'coverage', (select coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'plan', plan, 'planState', plan_state, 'memberNumber', member_number, 'from', from_day, 'to', to_day)), '[]')
        from kinfold.coverage where chart = c.id and to_day is null)),
    'owed', (select coalesce(json_agg(${OWED} order by d.due), '[]') from kinfold.duty d where d.chart = c.id and d.state <> 'void'),
    'relatives', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'relationship', relationship, 'livesWith', lives_with, 'languages', languages, 'interpreter', interpreter,
      'authority', authority, 'from', from_day, 'to', to_day) order by from_day), '[]') from kinfold.relative where chart = c.id),
    'contactPoints', (select coalesce(json_agg(json_build_object('id', id, 'relative', relative, 'kind', kind, 'value', value, 'city', city, 'state', state, 'zip', zip, 'county', county,
      'voicemail', voicemail, 'textOk', text_ok, 'confidential', confidential, 'seenBy', seen_by, 'from', from_day, 'to', to_day)), '[]') from kinfold.contact_point where chart = c.id and to_day is null),
    'identifiers', (select coalesce(json_agg(json_build_object('kind', kind, 'value', value)), '[]') from kinfold.identifier where chart = c.id and to_day is null),
    'school', (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'district', district, 'grade', grade, 'support', support, 'from', from_day, 'to', to_day)), '[]')
      from kinfold.school where chart = c.id and to_day is null),
    'enrolments', (select coalesce(json_agg(json_build_object('id', id, 'startedOn', started_on, 'endedOn', ended_on, 'ground', ground)), '[]') from kinfold.enrolment where chart = c.id),
    'links', '[]'::json,
    'marks', (select coalesce(json_agg(json_build_object('seq', f.seq, 'kind', f.kind, 'on', f.on_day, 'data', f.data, 'source', f.source_id) order by f.on_day, f.seq), '[]')
      from kinfold.fact f where f.chart = c.id)
  )::text as body from kinfold.chart c join kinfold.youth y on y.chart = c.id where c.id = $1`,
};

export const FLOOR_WORKLIST = {
  name: 'floor.worklist',
  text: `with owed as materialized (
      select d.* from kinfold.relationship r join kinfold.duty d on d.chart = r.chart
      where r.seat = $1 and r.kind in ('accountable', 'cover') and r.to_day is null and ${OPEN} and d.owing = 'holder' and d.due <= $2::date
      order by d.due, d.chart, d.key limit 50)
    select json_build_object('today', $2::date, 'items', coalesce(json_agg(${OWED} order by d.due, d.chart, d.key), '[]'))::text as body
    from owed d join kinfold.youth y on y.chart = d.chart`,
};

export const FLOOR_SEARCH = {
  name: 'floor.search',
  text: `with hits as materialized (
      select chart from kinfold.name_key where holder = $1 and kind = 'name' and token >= $2 and token < $3 order by token limit 20)
    select json_build_object('found', coalesce(json_agg(json_build_object('chart', c.id, 'number', c.number, 'name', concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last),
      'legalName', y.legal_first || ' ' || y.legal_last, 'born', y.born, 'stage', c.stage, 'county', y.county, 'careManager', p.name, 'by', 'name') order by y.legal_last, y.legal_first), '[]'))::text as body
    from hits join kinfold.chart c on c.id = hits.chart join kinfold.youth y on y.chart = c.id
    left join kinfold.relationship r on r.chart = c.id and r.kind = 'accountable' and r.to_day is null
    left join kinfold.seat s on s.id = r.seat left join kinfold.person p on p.id = s.person`,
};

/** The note and its fact: what a plain program would keep. */
export const FLOOR_CONTACT = {
  name: 'floor.contact',
  text: `with noted as (
      insert into kinfold.contact (chart, id, agency, holder, programme, made, with_whom, how, on_day, words, signed_by)
      values ($1, $2, $3, $3, 'nj-cmo', true, '{caregiver}', 'telephone', $4, $5, $6) returning chart)
    insert into kinfold.fact (chart, seq, recorded_at, agency, holder, programme, category, kind, on_day, data, said_by, source_table, source_id)
    select $1, (select max(seq) + 1 from kinfold.fact where chart = $1), clock_timestamp(), $3, $3, 'nj-cmo', 'mental-health', 'contact.made', $4,
      jsonb_build_object('contact', $2, 'with', array['caregiver'], 'how', 'telephone', 'topics', '{}'::text[]), $6, 'contact', $2
    returning json_build_object('answer', json_build_object('contact', $2::uuid), 'changes', '[]'::json)::text as body`,
};
