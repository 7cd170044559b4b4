import { type ServerDraft, useServerDraft } from '#modules/drafts/pages/use-server-draft.ts';
import { todayHere } from '#web/staff/here.ts';
import { emptyForm, type FormValues } from './form-values.ts';

/** A referral that is still being written has no chart yet. */
const NO_CHART = '00000000-0000-0000-0000-000000000000';

/** What was kept, in the fields of today's form; a field of another shape begins empty. */
function readValues(body: Readonly<Record<string, unknown>>): FormValues {
  const empty = emptyForm(todayHere());
  const fits = Object.entries(empty).flatMap(([name, nothing]) => {
    const kept = body[name];
    const same = typeof kept === typeof nothing && Array.isArray(kept) === Array.isArray(nothing);
    return same ? [[name, kept] as const] : [];
  });
  return { ...empty, ...Object.fromEntries(fits) };
}

/** The one draft of this form that somebody has open, or the one of a row of a file that they mend. */
export const useReferralDraft = (
  kind: 'register' | 'recorded',
  mends: { readonly import: string; readonly row: number } | null,
): ServerDraft<FormValues> =>
  useServerDraft(
    mends ? `referral-${kind}-row-${mends.row}` : `referral-${kind}`,
    mends ? mends.import : NO_CHART,
    readValues,
  );
