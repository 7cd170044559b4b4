import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import { day } from '#shared/calendar-day.ts';
import type { Said } from './agreed.ts';
import { type Household, MATTERS, type Matter, mayConsent } from './authority.ts';
import type { FamilyRecord } from './family-record.ts';
import { type StoredYes, yesOf } from './given-yes.ts';
import type { Authority, OrderKind } from './model.ts';

const STRETCH = `'from', from_day, 'to', to_day`;
const NAME = `concat_ws(' ', coalesce(y.preferred_name, y.legal_first), y.legal_last)`;
const list = (what: string, table: string, order: string): string =>
  `(select coalesce(jsonb_agg(jsonb_build_object(${what}) order by ${order}), '[]') from kinfold.${table} where chart = c.id)`;

/** One statement, so that the whole is read at one moment, each part under the reader's own row security. */
const FAMILY = statement(
  'youth.family',
  `select jsonb_build_object(
    'enrolled', c.stage = any ('{enrolled,planning,active-community,active-out-of-home,transitioning}'),
    'youth', (select jsonb_build_object('legalFirst', legal_first, 'legalLast', legal_last, 'preferredName', preferred_name, 'pronouns', pronouns,
      'gender', gender, 'born', born, 'bornEstimated', born_estimated, 'languages', languages, 'interpreter', interpreter,
      'raceEthnicity', race_ethnicity, 'county', county, 'revision', revision) from kinfold.youth where chart = c.id),
    'relatives', ${list(
      `'id', id, 'name', name, 'relationship', relationship, 'livesWith', lives_with, 'languages', languages, 'interpreter', interpreter,
      'authority', authority, 'authorityFrom', authority_from, 'authorityTo', authority_to, 'revision', revision, ${STRETCH}`,
      'relative',
      'from_day, id',
    )},
    'orders', ${list(`'id', id, 'relative', relative, 'kind', kind, 'documentSeen', document_seen, 'says', says, ${STRETCH}`, 'court_order', 'from_day, id')},
    'contactPoints', ${list(
      `'id', id, 'relative', relative, 'kind', kind, 'value', value, 'extension', extension, 'city', city, 'state', state, 'zip', zip,
      'county', county, 'voicemail', voicemail, 'textOk', text_ok, 'confidential', confidential, 'seenBy', seen_by, 'shareWith', share_with,
      'revision', revision, ${STRETCH}`,
      'contact_point',
      'kind desc, from_day, id',
    )},
    'identifiers', ${list(`'kind', kind, 'value', value, ${STRETCH}`, 'identifier', 'kind, from_day')},
    'coverage', ${list(
      `'id', id, 'kind', kind, 'plan', plan, 'planState', plan_state, 'memberNumber', member_number, 'specialPrograms', special_programs,
      'revision', revision, ${STRETCH}`,
      'coverage',
      'from_day desc, id',
    )},
    'presumptive', (select coalesce(jsonb_agg(jsonb_build_object('on', f.on_day, 'step', case f.kind when 'presumptive.certified' then 'certified'
        when 'presumptive.sent' then 'sent' else 'filed' end) order by f.on_day, f.seq), '[]') from kinfold.fact f where f.chart = c.id and not f.withdraws
        and (f.kind in ('presumptive.certified', 'presumptive.sent') or (f.kind = 'medicaid.application-filed' and f.data ->> 'presumptive' = 'true'))
        and not exists (select 1 from kinfold.fact s where s.chart = f.chart and s.supersedes = f.seq)),
    'schools', ${list(
      `'id', id, 'name', name, 'district', district, 'grade', grade, 'support', support, 'classification', classification, 'lastIepOn', last_iep_on,
      'nextAnnualOn', next_annual_on, 'nextReevaluationOn', next_reevaluation_on, 'consentToTalk', consent_to_talk, 'revision', revision, ${STRETCH}`,
      'school',
      'from_day desc, id',
    )},
    'alerts', ${list(`'id', id, 'code', code, 'words', words, ${STRETCH}`, 'alert', 'from_day, id')},
    'given', (select coalesce(jsonb_agg(g.said order by g.on_day, g.said ->> 'purpose' desc, g.place nulls first), '[]') from (
      select coalesce((r.consent ->> 'on')::date, r.received_at::date) as on_day, jsonb_build_object('id', r.id, 'purpose', 'referral', 'by', r.consent ->> 'byName',
          'authority', r.consent ->> 'authority', 'on', r.consent ->> 'on', 'method', null, 'language', null, 'items', '[]'::jsonb, 'ended', null) as said,
          null::integer as place
        from kinfold.referral r where r.chart = c.id and r.consent ->> 'given' = 'yes'
      union all select k.given_on, jsonb_build_object('id', k.id, 'purpose', k.purpose, 'by', k.given_by, 'authority', k.authority, 'on', k.given_on, 'method', k.method,
          'language', k.language, 'items', k.items, 'ended', case when k.ended_on is not null then jsonb_build_object('on', k.ended_on, 'by', k.ended_by,
            'authority', k.ended_authority, 'reason', k.ended_reason) end),
          (select min(f.seq) from kinfold.fact f where f.chart = k.chart and f.kind = 'consent.given' and f.data ->> 'consent' = k.id::text)
        from kinfold.consent k where k.chart = c.id) g),
    'said', (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('seq', f.seq, 'kind', f.kind, 'on', f.on_day, 'data', f.data,
        'supersedes', f.supersedes, 'withdraws', f.withdraws)) order by f.seq), '[]')
      from kinfold.fact f where f.chart = c.id and f.kind in ('consent.given', 'consent.revoked')),
    'siblings', (select coalesce(jsonb_agg(jsonb_build_object('chart', y.chart, 'name', ${NAME}) order by y.born, y.chart), '[]') from (
      select l.other as chart from kinfold.chart_link l where l.chart = c.id and l.kind = 'sibling' and l.undone_at is null
      union select l.chart from kinfold.chart_link l where l.other = c.id and l.kind = 'sibling' and l.undone_at is null) s
      join kinfold.youth y on y.chart = s.chart)
  ) as family from kinfold.chart c where c.id = $1`,
);

type Read = Omit<FamilyRecord, 'today' | 'consent' | 'given'>;
type Stored = Read & { readonly given: readonly StoredYes[]; readonly said: readonly Said[] };

/** The family and contacts of one youth, with who may consent on `today`; null when the chart is not there for this reader. */
export async function familyOf(db: Db, chart: string, today: string): Promise<FamilyRecord | null> {
  const { rows } = await db.query<{ family: Stored & { youth: FamilyRecord['youth'] | null } }>(FAMILY, [chart]);
  // A reader may reach the chart and not its first row; there is nothing to show then.
  if (!rows[0]?.family.youth) return null;
  const { said, given, ...family } = rows[0].family;
  return { ...family, given: given.map((yes) => yesOf(yes, said)), today, consent: consentOn(family, today) };
}

function consentOn(family: Read, today: string): FamilyRecord['consent'] {
  const household = householdOf(family);
  return (Object.keys(MATTERS) as Matter[]).map((matter) => {
    const { may, ask, why } = mayConsent(matter, day(today), household);
    return { matter, may: [...may], ask: [...ask], why };
  });
}

const dayOrNull = (text: string | null) => (text === null ? null : day(text));

export function householdOf({ youth, relatives, orders }: Pick<Read, 'youth' | 'relatives' | 'orders'>): Household {
  return {
    born: dayOrNull(youth.born),
    people: relatives
      .filter(({ to }) => to === null)
      .map(({ id, authority, authorityFrom, authorityTo }) => ({
        id,
        authority: authority as Authority,
        from: dayOrNull(authorityFrom),
        to: dayOrNull(authorityTo),
      })),
    orders: orders.map(({ relative, kind, from, to }) => ({
      relative,
      kind: kind as OrderKind,
      from: day(from),
      to: dayOrNull(to),
    })),
  };
}
