import type { ReturnedBecause } from '../../model.ts';

/** An accepted referral that ends before enrolment; and why any referral goes back. */
export const GIVE_BACK = {
  start: 'It will not go on…',
  words: 'Taking part is voluntary: the family may say no until the day of enrolment.',
  title: 'Give this referral back?',
  what: 'Nobody here is accountable from then on, and nothing more is owed. The referral goes back to whoever sent it.',
  whatHere:
    'Nobody is accountable from then on, and nothing more is owed. Tell PerformCare, and record here what it decides.',
  choose: 'Why',
  chooseOne: 'Choose one',
  chooseNeeded: 'Choose what comes nearest',
  because: {
    'family-said-no': 'The family said no',
    duplicate: 'The same youth is here already',
    'served-elsewhere': 'Another organization works with them already',
    'other-county': 'They live in another county',
    'not-eligible': 'Not what care management is for',
    other: 'Something else',
  } satisfies Record<ReturnedBecause, string>,
  why: 'In a few words',
  hint: 'Whoever gets it back reads this. Say what the family was told.',
  confirm: 'Give it back',
} as const;
