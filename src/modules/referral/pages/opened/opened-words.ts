/** Words of one referral's page. */
export const OPENED = {
  loading: 'Loading the referral',
  failed: 'The referral could not be shown',
  kept: 'Nothing was lost: what was settled and decided is kept.',
  back: 'All referrals',
  chart: 'Open the chart',
  leave: 'Transfer or end…',
  registered: 'The referral is registered.',
  registeredClean: 'Nothing in it needs a second look: it can be decided.',
  registeredTasks: (count: number) =>
    count === 1
      ? 'One thing needs a person before it can be decided.'
      : `${count} things need a person before it can be decided.`,
  steps: {
    label: 'Where this referral stands',
    received: 'Received',
    settled: 'Looked at',
    decided: 'Decided',
    assigned: 'Assigned',
    accepted: 'Accepted',
    enrolled: 'Enrolled',
    open: (count: number) => `${count} open`,
    now: 'now',
    done: 'done',
  },
} as const;

export const TOLD = {
  consentOn: 'on',
  name: 'Name told',
  title: 'What was told',
  none: 'not told',
  received: 'Received',
  by: 'Who called',
  through: 'How it came',
  number: 'Number there',
  born: 'Born',
  gender: 'Gender',
  speaks: 'Speaks',
  letters: 'Letters in',
  interpreter: 'interpreter needed',
  lives: 'Lives at',
  caregiver: 'Caregiver',
  caregiverSpeaks: 'Caregiver speaks',
  telephone: 'Telephone',
  extension: 'ext.',
  needs: 'Needs',
  intensity: 'Intensity told',
  consent: 'Consent to refer',
  plan: 'Health plan',
  medicaid: 'Medicaid number',
  school: 'School',
  cyber: 'CYBER number',
  recorded: 'Recorded from',
  situation: 'What is going on',
  setRight: 'Set right what is wrong',
  nowBorn: 'set right since, now',
  guessed: 'a guess',
} as const;

export const TASKS = {
  title: 'For a person to settle',
  hint: 'Marked ones hold the decision.',
  open: (open: number, all: number) => (open === 0 ? `all ${all} settled` : `${open} of ${all} open`),
  holds: 'holds the decision',
  settle: 'Settle',
  goBack: 'Go back',
  save: 'Settle this',
  answer: 'What came of it?',
  note: 'Note',
  county: 'County where the youth lives',
  chooseCounty: 'Choose one',
  countyNeeded: 'Choose the county',
  noteNeeded: 'Say it in a few words',
  answerNeeded: 'Choose what came of it',
  compare: 'Compare below',
  settled: 'Settled',
  birthDayWrong: 'Is the birth day wrong? Set it right',
  all: 'Everything is settled.',
} as const;

export const TWICE = {
  title: 'Here already?',
  hint: 'Shown because names, birth days, homes or telephones are alike. Only a person can tell.',
  /** Said of every referral to whoever works by charts, so that it says nothing of any one. */
  beyond:
    'You see youth of your own lists here. Your agency lead or privacy officer compares every referral with the other teams’ youth, and comes to you if there is something to know.',
  caption: 'This referral beside a chart that is alike',
  mine: 'This referral',
  theirs: (number: number, holder: string) => `Chart no. ${number}, with ${holder}`,
  fields: {
    name: 'Name',
    born: 'Born',
    county: 'County',
    address: 'Home',
    telephone: 'Telephone',
  },
  sameAsHere: 'the same',
  notCompared: 'not the same, or not known',
  alike: (score: number) => `alike: ${score} of 100`,
  kinds: { 'same-person': 'Same youth', 'not-same-person': 'Not the same', sibling: 'Siblings' },
  linked: {
    'same-person': 'Settled as the same youth. Both charts stay as they are, joined by this link.',
    'not-same-person': 'Settled as two different youth.',
    sibling: 'Settled as siblings.',
  },
  confirm: 'Say that both are the same youth?',
  confirmWords:
    'Both charts stay as they are and are joined by a link. Nothing is copied or deleted, and it can be undone here.',
  why: 'What shows it?',
  whyHint: 'Whoever undoes it later reads this.',
  confirmButton: 'Same youth',
  undo: 'Undo',
  undoTitle: 'Undo this?',
  undoWhy: 'Why is it undone?',
  undoButton: 'Undo the link',
  openChart: 'Open that chart',
} as const;

export const ELIGIBILITY = {
  title: 'Eligibility',
  hint: 'The answers known so far are filled in. Change what you know better.',
  crisis: 'The family is in a crisis now: somebody must come today',
  age: 'Age',
  ageWords: (age: number) => `${age} years today. Services run from 5 to the day before the 21st birthday.`,
  special: 'Under 5: special consideration',
  specials: { yes: 'Given', no: 'Not given', 'not-decided': 'Not decided yet' },
  residence: 'Lives in New Jersey',
  residences: { 'new-jersey': 'Yes', 'another-state': 'No, in another state', 'not-confirmed': 'Not confirmed yet' },
  needs: 'Needs',
  consent: 'Consent to this referral',
  authority: 'It is confirmed that whoever consented may do so',
  intensity: 'Intensity of need',
  notKnown: 'Not known yet',
  grounds: 'Grounds for care management',
  groundsHint: (source: string) => `Any one is enough (${source}).`,
  noGround: 'I have looked: none of these',
  suggests: 'What the answers come to',
  suggestion: 'A suggestion. You decide.',
  outcome: 'Your decision',
  day: 'Decided on',
  words: 'In your own words',
  wordsHint: 'Stands beside the decision. Needed when you decide otherwise than suggested.',
  wordsNeeded: 'Say why you decide otherwise',
  save: 'Decide',
  waits: (count: number) =>
    count === 1 ? 'One open question holds the decision.' : `${count} open questions hold the decision.`,
  waitsHint: 'Asking for more information or sending mobile response does not have to wait.',
  again: 'Decide again',
  reconsider: 'Reconsider the decision',
  reconsiderWhy: 'Why is it looked at again?',
  reconsiderHint: 'The first decision stays readable. The family’s own words are welcome.',
  reconsiderNeeded: 'Say why it is looked at again',
  keep: 'Leave it as it is',
  decidedBy: (by: string | null, recorded: boolean) =>
    `${recorded ? 'recorded by' : 'by'} ${by ?? 'somebody of another organization, or who has left'}`,
  first: 'First decision',
  later: 'Decided again',
  replaced: 'no longer holds',
  recordedFrom: 'As decided by PerformCare; recorded from',
  notYet: 'Not decided yet. The CSA decides eligibility.',
  reasonRecorded: 'As the document says.',
} as const;

export const LETTER = {
  title: 'Letter to the family',
  hint: 'Substance use is never named: others may open the letter.',
  why: 'Why, in words for the family',
  whyHint:
    'No reason of the rule was found, so say yours: it stands in the letter. Leave substance use out. Until then the letter cannot be copied or printed.',
  language: 'Language of the letter',
  languages: { en: 'English', es: 'Español' },
  copy: 'Copy the text',
  copied: 'Copied',
  print: 'Print',
  sent: 'Sent',
  sentHow: (means: string, language: string, by: string | null) =>
    `${means}, in ${language}; recorded by ${by ?? 'somebody of another organization, or who has left'}`,
  notSent: 'Not recorded as sent yet.',
  record: 'Record as sent',
  on: 'Sent on',
  means: 'How it went',
  save: 'Record it',
  close: 'Not now',
} as const;

export const ASSIGN = {
  title: 'Assign to a CMO',
  hint: (county: string | null) =>
    county
      ? `The youth lives in ${county} County; its organization is proposed.`
      : 'The county is not known, so no organization can be proposed.',
  which: 'Organization',
  proposed: (county: string) => `serves ${county} County`,
  another: 'Another organization',
  anotherWhich: 'Which one',
  choose: 'Choose one',
  chooseNeeded: 'Choose an organization',
  why: 'Why another county’s organization?',
  whyNeeded: 'Another county’s organization needs a reason',
  save: (name: string) => `Offer to ${name}`,
  saveNone: 'Offer the referral',
  offered: (name: string) => `Offered to ${name}`,
  waiting: 'It waits for their answer. The 24 hours to the first contact are counted from the assignment.',
  before: 'Offered before',
  returned: 'returned',
  accepted: 'accepted',
  said: (reason: string) => `They said: ${reason}`,
} as const;

export const ANSWER = {
  title: 'Offered to you',
  hint: 'The first contact with the family is due within 24 hours of the assignment, whether or not it is accepted yet.',
  accept: 'Accept the referral',
  giveBack: 'Return it…',
  backTitle: 'Return this referral to the CSA?',
  backWhy: 'Why is it returned?',
  backHint: 'The CSA reads this and looks for another way. Say what the family was told.',
  backButton: 'Return the referral',
} as const;

/** An offer that was given back, by another organization or by this one of what it had recorded itself. */
export const CAME_BACK = {
  title: 'It came back',
  onWords: 'Offer it to another organization: the reason it came back stands below.',
  on: 'Offer it on',
  stayWords: 'Or the family stays after all: enrol the youth here.',
  stay: 'Enrol here',
} as const;

export const NEXT = {
  title: 'Accepted: two things to do',
  choose: 'Choose a care manager',
  chooseWords: 'Somebody the family can name. Nobody is accountable until then.',
  enrol: 'Start enrolment',
  enrolWords: 'Rights and notices given, and a voluntary yes.',
} as const;
