import type { z } from 'zod';
import type { Db } from '#platform/database/db.ts';
import { statement } from '#platform/database/db.ts';
import type { openReferral } from './contract.ts';
import type { ReferralDraft } from './model.ts';

type Restricted = z.output<typeof openReferral.answer>['restricted'][number];
type What = Restricted['what'];

/** The row that says it now, as far as the reader may read it; and whether it is confidential or has rules, which the database tells. */
const RESTRICTED = statement(
  'referral.restricted',
  `select t.what, kinfold.restricted_since($1, t.what, t.value) as since,
     exists (select 1 from kinfold.contact_point p where p.chart = $1 and p.kind = t.what) as visible, now.rules
   from unnest($2::text[], $3::text[]) as t (what, value) left join lateral (
     select jsonb_build_object('voicemail', p.voicemail, 'textOk', p.text_ok, 'seenBy', p.seen_by, 'shareWith', p.share_with) as rules
     from kinfold.contact_point p where p.chart = $1 and p.kind = t.what and p.value = t.value and p.to_day is null
       and (p.voicemail is not null or p.text_ok is not null or p.seen_by is not null or p.share_with <> '{}')
     order by p.from_day desc limit 1) now on true`,
);

interface Row {
  readonly what: What;
  readonly since: 'confidential' | 'has-rules' | null;
  readonly visible: boolean;
  readonly rules: Restricted['rules'];
}

/** What of a referral's ways to reach the family is kept confidential by now, or has rules for its use. */
export async function restrictedOf(db: Db, chart: string, { address, guardian }: ReferralDraft): Promise<Restricted[]> {
  const told = (
    [
      ['address', address.line],
      ['telephone', guardian.telephone],
      ['mail', guardian.email],
    ] as const
  ).filter((one): one is [What, string] => one[1] !== null);
  const values = [chart, told.map(([what]) => what), told.map(([, value]) => value)];
  const { rows } = await db.query<Row>(RESTRICTED, values);
  return rows
    .filter(({ since, rules }) => since !== null || rules !== null)
    .map(({ what, since, visible, rules }) => {
      const confidential = since === 'confidential';
      return { what, confidential, withheld: confidential && !visible, ask: since !== null && !visible, rules };
    });
}

/** The referral without what of it is confidential by now: what is compared with other youth, and read by whoever may not see that. */
export function without(draft: ReferralDraft, what: ReadonlySet<What>): ReferralDraft {
  const { address, guardian } = draft;
  return {
    ...draft,
    address: what.has('address') ? { ...address, line: null, city: null, zip: null } : address,
    guardian: {
      ...guardian,
      ...(what.has('telephone') && { telephone: null, telephoneExtension: null, telephoneAsReported: null }),
      ...(what.has('mail') && { email: null }),
    },
  };
}
