import { expect, test } from 'vitest';
import { asItStands } from './as-it-stands.ts';
import { referralDraft } from './referral.builder.ts';

const told = referralDraft();

test.each([
  ['nothing is known since', { born: null, youth: null }, {}],
  ['a birth day set right since', { born: '2012-02-03', youth: null }, { birthDay: '2012-02-03' }],
  [
    'names and the language of letters set right since',
    { born: null, youth: { first: 'Jorge', last: 'Salas', preferred: 'Coco', bornEstimated: true, letters: 'es' } },
    {
      firstName: 'Jorge',
      lastName: 'Salas',
      preferredName: 'Coco',
      birthDayEstimated: true,
      letterLanguage: { code: 'es', asReported: null },
    },
  ],
  [
    'a preferred name that is no more',
    {
      born: null,
      youth: { first: 'Jorge', last: 'Salas', preferred: null, bornEstimated: false, letters: 'xx-not-ours' },
    },
    { firstName: 'Jorge', lastName: 'Salas', preferredName: null, birthDayEstimated: false },
  ],
])('a referral as it stands, where %s', (_situation, since, youth) => {
  expect(asItStands(told, since)).toEqual({ ...told, youth: { ...told.youth, ...youth } });
});
