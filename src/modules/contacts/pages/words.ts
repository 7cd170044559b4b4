import type { HOW, INTERPRETERS, PLACES, TOPICS, WITH_WHOM } from '../model.ts';

type Labels<Codes extends readonly string[]> = Readonly<Record<Codes[number], string>>;

const withWhom: Labels<typeof WITH_WHOM> = {
  youth: 'Youth',
  caregiver: 'Parent or caregiver',
  relative: 'Relative',
  friend: 'Friend or mentor',
  provider: 'Provider',
  school: 'School',
  'child-protection': 'CP&P',
  probation: 'Probation',
  court: 'Court',
  payer: 'Health plan or administrator',
  'family-support': 'Family support partner',
  other: 'Somebody else',
};

const how: Labels<typeof HOW> = {
  'in-person': 'In person',
  telephone: 'Telephone',
  video: 'Video',
  text: 'Text',
  'e-mail': 'E-mail',
  letter: 'Letter',
  other: 'Another way',
};

const place: Labels<typeof PLACES> = {
  home: 'Home',
  school: 'School',
  office: 'Office',
  community: 'In the community',
  'treatment-setting': 'Treatment setting',
  hospital: 'Hospital',
  'detention-center': 'Detention center',
  court: 'Court',
  other: 'Elsewhere',
};

const topics: Labels<typeof TOPICS> = {
  engagement: 'Getting to know one another',
  'crisis-plan': 'Crisis plan',
  'strengths-needs': 'Strengths and needs',
  'service-plan': 'Service plan',
  services: 'Services',
  school: 'School',
  health: 'Health',
  coverage: 'Coverage',
  court: 'Court',
  safety: 'Safety',
  transition: 'Transition',
  'family-support': 'Family support',
  other: 'Something else',
};

const interpreter: Labels<typeof INTERPRETERS> = {
  'none-needed': 'None needed',
  used: 'Used',
  'not-available': 'Not available',
};

/** The words of notes. Another language is another value of the same type. */
const en = {
  withWhom,
  how,
  place,
  topics,
  interpreter,
  form: {
    title: 'New note',
    amendTitle: 'Amend a note',
    made: 'Contact',
    madeYes: 'Contact made',
    madeNo: 'Attempted, not yet reached',
    withWhom: 'With whom',
    tried: 'Who was tried',
    how: 'How',
    place: 'Where',
    placeNone: 'Not said',
    day: 'Day',
    start: 'Began at',
    minutesFace: 'Minutes face to face',
    minutesTravel: 'Minutes of travel',
    interpreter: 'Interpreter',
    topics: 'What about',
    aboutDuty: 'About which duty',
    noDuty: 'None in particular',
    category: 'Kept as',
    categoryHint: 'Who may read it follows from this.',
    words: 'Note',
    wordsHint: 'What was said and agreed, in plain words. The family may read it.',
    siblings: 'Also present: siblings with a chart',
    siblingsHint:
      'A note of its own is signed in each chart; none names the other. Do not name the sibling in the words.',
    more: 'More: topics, duty, how it is kept',
    reason: 'Why is it amended?',
    reasonHint: 'Stands beside the note for every reader.',
    sign: 'Sign',
    signAmendment: 'Sign the amendment',
    discard: 'Throw away',
    discardTitle: 'Throw this draft away?',
    discardSays: 'What you wrote here is not kept anywhere else.',
    signed: 'Signed.',
    amended: 'The amendment is signed.',
    signApart: 'Sign it as a note of its own',
    others: 'Others…',
    fewer: 'Fewer',
  },
  draft: {
    unsaved: 'Not yet saved',
    saving: 'Saving…',
    offline: 'No connection: kept on this page and tried again',
    saved: (hour: string) => `Saved ${hour}`,
    fresh: 'A draft is kept as you write',
    conflict: 'Another window of yours saved other words while you wrote here.',
  },
  list: {
    draft: 'You have an unsigned draft in this chart.',
    draftOpen: 'Go on writing',
    made: 'Contact made',
    attempted: 'Contact attempted',
    minutes: (face: number) => `${face} min face to face`,
    travel: (minutes: number) => `${minutes} min travel`,
    signed: (who: string, when: string) => `Signed by ${who}, ${when}`,
    somebody: 'somebody no longer here',
    amends: (reason: string) => `Amended: ${reason}`,
    earlier: 'The version before',
    amend: 'Amend',
    withdraw: 'Withdraw',
    noWords: 'Signed without words.',
    empty: { title: 'No notes yet', says: 'The first one is one key away: n.' },
    failed: { title: 'The notes could not be shown', kept: 'Signed notes and drafts are kept.' },
    loading: 'Loading the notes',
    filter: 'Which notes',
    all: 'All',
    onlyMade: 'Contact made',
    onlyAttempted: 'Attempted',
    earlierNotes: 'Earlier notes',
  },
  withdraw: {
    title: 'Withdraw: entered in error?',
    says: 'The note leaves every view but the privacy officer’s. Duties it met stand again. To correct it, amend it instead.',
    label: 'What went wrong?',
    hint: 'For example: written in the wrong chart.',
    confirm: 'Withdraw the note',
    done: 'The note is withdrawn.',
  },
  withdrawn: {
    title: 'Entered in error',
    hint: 'Withdrawn from every view but this one. Reading them is in the audit trail.',
    why: (when: string, reason: string) => `Withdrawn ${when}: ${reason}`,
    failed: 'Withdrawn notes could not be shown. Load the page again.',
  },
  problems: {
    'who-was-there': 'Say who was there, or who was tried.',
    'has-not-happened': 'This day is still to come. Sign when it has happened.',
    day: 'Give the day.',
    minutes: 'A day has 1440 minutes.',
    reason: 'Say the reason in a few words.',
    'sibling-not-signed': 'Signed here, but not yet in the sibling’s chart. Sign again: nothing is written twice.',
    'id-used-for-another-write':
      'This draft was signed before, with other words. What stands here now can be signed as a note of its own.',
  } as Readonly<Record<string, string>>,
};

export type ContactWords = typeof en;
export const words: ContactWords = en;
