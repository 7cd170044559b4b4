import type { ComparedField } from '#design-system/lists/side-by-side.tsx';
import { shortDay } from '#design-system/time/day-words.ts';
import { parseDay } from '#shared/calendar-day.ts';
import type { ReferralDraft } from '../../model.ts';
import { shownTelephone } from '../shown-telephone.ts';
import type { Opened } from './opened.ts';
import { TWICE } from './opened-words.ts';

type Other = Opened['duplicates'][number];
type Match = ComparedField['match'];

const dayWords = (text: string | null) => {
  const parsed = text === null ? null : parseDay(text);
  return parsed === null ? '' : shortDay(parsed, 0 as typeof parsed);
};

/** How two names or birth days were found to compare; without a reason they differ. */
function matchOf(reasons: readonly string[], aspect: 'name' | 'birth-day'): Match {
  const found = reasons.find((reason) => reason.startsWith(`${aspect}-`));
  if (found === undefined) return 'differs';
  return found === `${aspect}-same` ? 'same' : 'alike';
}

/** A referral beside a chart that is alike. Of home and telephone the other chart shows only whether they are the same. */
export function comparedFields(draft: ReferralDraft, other: Other): readonly ComparedField[] {
  const { youth, address, guardian } = draft;
  const has = (reason: string) => other.reasons.includes(reason);
  const hidden = (reason: string) => (has(reason) ? TWICE.sameAsHere : TWICE.notCompared);
  const match = (same: boolean): Match => (same ? 'same' : 'differs');
  return [
    {
      label: TWICE.fields.name,
      left: `${youth.preferredName ?? youth.firstName} ${youth.lastName}`,
      right: other.name,
      match: matchOf(other.reasons, 'name'),
    },
    {
      label: TWICE.fields.born,
      left: dayWords(youth.birthDay),
      right: dayWords(other.born),
      match: matchOf(other.reasons, 'birth-day'),
    },
    {
      label: TWICE.fields.county,
      left: address.county ?? '',
      right: other.county ?? '',
      match: match(address.county !== null && address.county === other.county),
    },
    {
      label: TWICE.fields.address,
      left: address.line ?? '',
      right: hidden('address-same'),
      match: match(has('address-same')),
    },
    {
      label: TWICE.fields.telephone,
      left: shownTelephone(guardian.telephone) ?? '',
      right: hidden('telephone-same'),
      match: match(has('telephone-same')),
    },
  ];
}
