import { expect, it } from 'vitest';
import { placeOfDraft } from './draft-place.ts';

const CHART = '01a1dbe0-b860-78e9-8c29-7154640cb1a7';
const NOTE = '01a1f0bc-1360-795a-8fa1-98ade9ff5bfb';

it.each([
  ['note', CHART, 'A note', `/app/youth/${CHART}/notes/new`],
  [`amendment-${NOTE}`, CHART, 'An amendment of a note', `/app/youth/${CHART}/notes/${NOTE}/amend`],
  ['referral-register', CHART, 'A referral', '/app/referrals/new'],
  ['referral-recorded', CHART, 'A referral to record', '/app/referrals/recorded'],
  ['referral-recorded-row-12', CHART, 'Row 12 of a file', `/app/referrals/recorded?import=${CHART}&row=12`],
  ['of-a-form-of-long-ago', CHART, 'A draft', null],
])('a draft of kind %s of %s is %s at %s', (kind, about, what, href) => {
  expect(placeOfDraft(kind, about)).toEqual({ what, href });
});
