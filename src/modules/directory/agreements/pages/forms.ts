import type { Agreement, Entry } from '../contract.ts';
import { amendAgreement, endAgreement, recordAgreement, renewAgreement } from '../contract.ts';
import { AGREEMENT_KINDS } from '../model.ts';
import type { Asked, Form } from './asked.ts';
import { AGREEMENTS } from './words.ts';

const SIGNED: readonly Asked[] = [
  { name: 'signedOn', label: AGREEMENTS.signedOn, kind: 'day' },
  { name: 'document', label: AGREEMENTS.document, hint: AGREEMENTS.documentHint, kind: 'text' },
];

/** Organizations an agreement may be with. */
export interface Organization {
  readonly id: number;
  readonly name: string;
}

export const recordForm = (today: string, organizations: readonly Organization[]): Form => ({
  title: AGREEMENTS.record,
  asked: [
    {
      name: 'kind',
      label: AGREEMENTS.kind,
      kind: 'choice',
      choices: Object.entries(AGREEMENT_KINDS).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'with',
      label: AGREEMENTS.with,
      kind: 'choice',
      optional: true,
      choices: [
        { value: '', label: AGREEMENTS.byName },
        ...organizations.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    },
    { name: 'withName', label: AGREEMENTS.name, kind: 'text', when: ({ with: chosen }) => !chosen },
    ...SIGNED,
  ],
  start: { kind: 'provider', with: '', signedOn: today },
  save: AGREEMENTS.recordSave,
  operation: recordAgreement,
  params: {},
  body: ({ kind, with: chosen, withName, signedOn, document }) => ({
    kind,
    withAgency: chosen ? Number(chosen) : null,
    withName: chosen ? null : withName,
    signedOn,
    document,
  }),
});

export const renewForm = ({ id, withName }: Agreement, today: string): Form => ({
  title: AGREEMENTS.renewTitle(withName),
  asked: SIGNED,
  start: { signedOn: today },
  save: AGREEMENTS.save,
  operation: renewAgreement,
  params: { agreement: id },
  body: ({ signedOn, document }) => ({ signedOn, document }),
});

export const endForm = ({ id, withName }: Agreement, today: string): Form => ({
  title: AGREEMENTS.endTitle(withName),
  asked: [
    { name: 'on', label: AGREEMENTS.endOn, kind: 'day' },
    { name: 'reason', label: AGREEMENTS.endReason, kind: 'words' },
  ],
  start: { on: today },
  save: AGREEMENTS.save,
  operation: endAgreement,
  params: { agreement: id },
  body: ({ on, reason }) => ({ on, reason }),
});

export const amendForm = ({ id }: Agreement, entry: Entry): Form => ({
  title: AGREEMENTS.amendTitle,
  asked: [
    {
      name: 'how',
      label: AGREEMENTS.amendHow,
      kind: 'choice',
      choices: [
        { value: 'instead', label: AGREEMENTS.amendDay },
        { value: 'never', label: AGREEMENTS.amendNever },
      ],
    },
    { name: 'on', label: AGREEMENTS.signedOn, kind: 'day', when: ({ how }) => how === 'instead' },
    {
      name: 'document',
      label: AGREEMENTS.document,
      kind: 'text',
      optional: true,
      when: ({ how }) => how === 'instead' && entry.what === 'signed',
    },
    { name: 'reason', label: AGREEMENTS.amendReason, kind: 'words' },
  ],
  start: { how: 'instead', on: entry.on, document: entry.document ?? '' },
  save: AGREEMENTS.save,
  operation: amendAgreement,
  params: { agreement: id },
  body: ({ how, on, document, reason }) => ({
    entry: entry.seq,
    instead: how === 'instead' ? { on, document: document || null } : null,
    reason,
  }),
});
