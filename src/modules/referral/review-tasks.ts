/** What a person must look at before a referral can be decided; the referral itself comes in. */
export interface ReviewTask {
  readonly code: ReviewTaskCode;
  /** The column of the file, or the field of the form, it concerns. */
  readonly field: string;
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** `intake`: customer service at the CSA, who can ask the family. `care-coordinator`: CSA triage, who decides. */
export type TaskOwner = 'intake' | 'care-coordinator';

interface TaskKind {
  readonly owner: TaskOwner;
  /** What the person is asked to do, on screen. */
  readonly asks: string;
  /** Whether the decision waits for it. */
  readonly holdsDecision: boolean;
}

export const REVIEW_TASKS = {
  'under-5': {
    owner: 'care-coordinator',
    asks: 'Under 5: decide whether special consideration applies.',
    holdsDecision: true,
  },
  'adult-consent': {
    owner: 'intake',
    asks: '18 or over: confirm that the young adult consents to the referral.',
    holdsDecision: true,
  },
  'over-21': {
    owner: 'care-coordinator',
    asks: '21 or over: check the birth day, then tell the young adult about adult services.',
    holdsDecision: true,
  },
  authority: {
    owner: 'intake',
    asks: 'Confirm who may consent for this youth: the caregiver is not a parent or legal guardian.',
    holdsDecision: true,
  },
  'no-consent': {
    owner: 'intake',
    asks: 'No consent to refer: ask the parent, legal guardian or young adult.',
    holdsDecision: true,
  },
  'likely-duplicate': {
    owner: 'care-coordinator',
    asks: 'Compare side by side: this may be a youth already referred.',
    holdsDecision: true,
  },
  'county-zip-mismatch': {
    owner: 'intake',
    asks: 'County and ZIP do not agree: confirm where the youth lives.',
    holdsDecision: true,
  },
  'county-unclear': { owner: 'intake', asks: 'Find the county where the youth lives.', holdsDecision: true },
  'other-state': {
    owner: 'care-coordinator',
    asks: 'Lives in another state: confirm residence, or point to services there.',
    holdsDecision: true,
  },
  'zip-unreadable': { owner: 'intake', asks: 'ZIP cannot be read: ask for it.', holdsDecision: false },
  'telephone-unreadable': {
    owner: 'intake',
    asks: 'Telephone number cannot be read: find another way to reach the caregiver.',
    holdsDecision: false,
  },
  'telephone-missing': {
    owner: 'intake',
    asks: 'No telephone number: find a way to reach the caregiver.',
    holdsDecision: false,
  },
  'guardian-missing': {
    owner: 'intake',
    asks: 'No caregiver named: find out who speaks for this youth.',
    holdsDecision: true,
  },
  'no-domain': {
    owner: 'care-coordinator',
    asks: 'No need is named: find out what help is wanted.',
    holdsDecision: true,
  },
  'domain-unknown': { owner: 'intake', asks: 'Choose the need these words stand for.', holdsDecision: false },
  'language-unknown': {
    owner: 'intake',
    asks: 'Language not known to us: ask which language, and arrange an interpreter.',
    holdsDecision: false,
  },
  'value-unknown': { owner: 'intake', asks: 'Choose what these words stand for.', holdsDecision: false },
  'formula-text': {
    owner: 'intake',
    asks: 'Looks like a spreadsheet formula; kept as text. Ask for what belongs here.',
    holdsDecision: false,
  },
  'letters-lost': {
    owner: 'intake',
    asks: 'Letters were lost on the way here: ask how it is spelled.',
    holdsDecision: false,
  },
} as const satisfies Record<string, TaskKind>;

export type ReviewTaskCode = keyof typeof REVIEW_TASKS;
