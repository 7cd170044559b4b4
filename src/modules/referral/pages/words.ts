import type { Outcome } from '../contract.ts';
import type { ReviewTaskCode } from '../review-tasks.ts';

/** Where a referral stands, as a chip says it. */
export const STAGE_WORDS: Readonly<Record<string, string>> = {
  referred: 'To decide',
  'other-path': 'Another path',
  'to-assign': 'To assign',
  assigned: 'Offered',
  accepted: 'To enrol',
  enrolled: 'Enrolled',
  planning: 'Planning',
  'active-community': 'Plan in practice',
  'active-out-of-home': 'Away from home',
  transitioning: 'In transition',
  transitioned: 'Transitioned',
  ended: 'Ended',
};

/** A task in the two or three words of a chip; what is asked in full stands in `REVIEW_TASKS`. */
export const TASK_CHIPS: Readonly<Record<ReviewTaskCode, string>> = {
  'under-5': 'Under 5',
  'adult-consent': 'Own consent',
  'over-21': '21 or over',
  authority: 'Who may consent',
  'no-consent': 'No consent yet',
  'likely-duplicate': 'Here already?',
  'county-zip-mismatch': 'County or ZIP',
  'county-unclear': 'Which county',
  'other-state': 'Another state',
  'zip-unreadable': 'ZIP',
  'telephone-unreadable': 'Telephone',
  'telephone-missing': 'No telephone',
  'guardian-missing': 'No caregiver',
  'no-domain': 'No need named',
  'domain-unknown': 'Which need',
  'language-unknown': 'Language',
  'value-unknown': 'Unclear words',
  'formula-text': 'Formula',
  'letters-lost': 'Spelling',
};

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  eligible: 'Eligible for care management',
  'not-eligible': 'Not eligible',
  'more-information': 'More information needed',
  'mobile-response': 'Mobile response first',
  'short-term': 'Short-term services by the CSA',
  'idd-path': 'Developmental disability application',
  'substance-use-path': 'Substance use assessment',
};

export const QUEUE = {
  returned: 'Returned, with your reason. It is no longer in your lists.',
  cameBack: ' came back',
  title: 'Referrals',
  register: 'Register a referral',
  record: 'Record what PerformCare sent',
  importFile: 'Import a file',
  loading: 'Loading the referrals',
  failed: 'The referrals could not be shown',
  kept: 'Nothing was lost. Drafts of referrals are kept.',
  narrow: 'Which referrals',
  pills: {
    'needs-a-person': 'Needs a person',
    'to-decide': 'To decide',
    'to-assign': 'To assign',
    offered: 'Offered',
    'to-enrol': 'To enrol',
    all: 'All that wait',
    'other-path': 'Decided otherwise',
  },
  offeredToUs: 'Offered to you',
  columns: {
    received: 'Received',
    youth: 'Youth',
    needs: 'Needs',
    stage: 'Stands at',
    tasks: 'For a person',
    holder: 'With',
  },
  noNeed: 'none named yet',
  nothingOpen: 'nothing open',
  older: 'Show older ones',
  empty: {
    'needs-a-person': ['Nothing waits for a person', 'Every referral’s questions are settled.'],
    'to-decide': ['Nothing waits for a decision', 'A referral comes here once its questions are settled.'],
    'to-assign': ['Nothing waits to be assigned', 'A referral comes here when it is decided eligible.'],
    offered: ['Nothing is offered', 'A referral stays here from its assignment until it is accepted or returned.'],
    'to-enrol': ['Nobody waits to be enrolled', 'A youth comes here when the referral is accepted.'],
    all: ['No referrals are open', 'Register one, or import a file.'],
    'other-path': [
      'Nothing was decided otherwise',
      'A referral comes here when it does not go on to care management; the family may ask to have it reconsidered.',
    ],
  },
} as const;

export const REFUSALS: Readonly<Record<string, string>> = {
  'not-decided-eligible': 'It is not decided eligible, so it cannot be assigned.',
  'decided-meanwhile': 'Somebody decided meanwhile. Load the page again: what was decided can be reconsidered.',
  'no-such-county': 'That is none of New Jersey’s counties.',
  'task-open': 'A question a person must settle holds this decision. Load the page again to see which.',
  'before-the-decision': 'That is before the decision the letter is about.',
  'nothing-offered': 'Nothing is offered to this organization any more. Load the page again.',
  'not-a-care-management-organization': 'That organization cannot take a referral.',
  'another-county-needs-a-reason': 'Another county’s organization needs a reason.',
  'has-not-happened': 'That day or hour has not come yet.',
  'born-after-received': 'The birth day is later than the day the referral was received.',
  'the-same-chart': 'That is this same referral.',
  'number-used':
    'Another referral that came the same way has this number already. Check how it came and its number there, or look for that referral.',
  'mended-meanwhile': 'Somebody mended this row meanwhile: the import says what became of it.',
  'chart-already-there': 'This referral is registered already.',
  'id-used-for-another-write': 'This was sent before with other content. Load the page again.',
};
