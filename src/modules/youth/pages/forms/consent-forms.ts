import * as contract from '../../contract.ts';
import type { FamilyRecord } from '../../family-record.ts';
import { CONSENT_AUTHORITIES, CONSENT_METHODS } from '../../given-consents.ts';
import type { Editing } from './editing.ts';

type Said = Pick<FamilyRecord, 'today' | 'consent'>;

/** From 18 on the young adult has the say. */
const likely = ({ consent }: Said): keyof typeof CONSENT_AUTHORITIES =>
  consent.some(({ matter, why }) => matter === 'care-management' && why === 'rights-passed') ? 'self' : 'parent';

/** A ground of New Jersey's rule; Pennsylvania's has its own. */
const ASKED_IN_WRITING = {
  name: 'inWriting',
  label: 'They ask in writing that care management ends',
  hint: 'A ground to end it: N.J.A.C. 10:73-3.15. The end is then planned.',
  kind: 'tick',
} as const;

/** Takes the yes to care management back, in the words of whoever has the say. */
export const takeBackForm = (chart: string, family: Said, programme: string | undefined): Editing => ({
  title: 'The yes to care management is taken back',
  fields: [
    {
      name: 'by',
      label: 'Who took it back',
      kind: 'text',
      required: true,
      hint: 'Care management is a choice. The yes stays on record with this beside it; the chart goes to no other organization until somebody says yes again.',
    },
    { name: 'authority', label: 'By what authority', kind: 'choice', choices: CONSENT_AUTHORITIES, required: true },
    { name: 'on', label: 'On which day', kind: 'day', required: true },
    { name: 'reason', label: 'Why, if they said', kind: 'words' },
    ...(programme === 'nj-cmo' ? [ASKED_IN_WRITING] : []),
  ],
  operation: contract.takeConsentBack,
  params: { chart },
  start: { on: family.today, authority: likely(family) },
  save: 'Record it',
});

/** Somebody with the say says yes again. */
export const yesAgainForm = (chart: string, family: Said): Editing => ({
  title: 'Yes to care management again',
  fields: [
    { name: 'givenBy', label: 'Who said yes', kind: 'text', required: true },
    { name: 'authority', label: 'By what authority', kind: 'choice', choices: CONSENT_AUTHORITIES, required: true },
    { name: 'on', label: 'On which day', kind: 'day', required: true },
    { name: 'method', label: 'How', kind: 'choice', choices: CONSENT_METHODS, required: true },
    { name: 'language', label: 'In which language it was explained', kind: 'text', required: true },
  ],
  operation: contract.giveConsent,
  params: { chart },
  start: { on: family.today, authority: likely(family), method: 'signed' },
  save: 'Record it',
});
