import { spanish } from './spanish.ts';

/** The words of the page a seat begins with. */
const english = {
  loading: 'Reading what this seat is for',
  title: 'Where you begin',
  does: 'What you can do here now',
  goTo: 'Go to',
  youth: 'Youth you are related to',
  unnamed: 'A youth of this organization',
  none: 'No youth is linked to this seat today.',
  noneHow: 'The organization that gave you the seat links it, and says until when.',
  since: 'since',
  until: 'until',
  withManager: (name: string) => `care manager: ${name}`,
  noManager: 'no care manager today',
  shift: {
    now: (runs: string) => `You are on call: ${runs}. Until then you reach every chart of the organization.`,
    next: (runs: string) => `You are not on call now, so the charts are closed to you. Your next shift: ${runs}.`,
    none: 'You are not on call now, and no shift of yours is on the roster.',
  },
  call: 'Whom to call',
  own: (agency: string) => agency,
  noPhone: 'Its telephone number is not in the directory. Ask whoever gave you this seat.',
  performCare: 'PerformCare, day and night: to begin, and for mobile response',
  danger: 'Somebody is in danger now',
  crisis: 'Thoughts of suicide, or a crisis',
  failed: { title: 'What this seat is for could not be shown', kept: 'Nothing was lost.' },
  relation: {
    accountable: 'care manager',
    cover: 'covering',
    'team-member': 'team member',
    guardian: 'guardian',
    self: 'yourself',
    'court-liaison': 'court liaison',
    reviewer: 'reviewer',
    'family-support': 'family support partner',
  } as Readonly<Record<string, string>>,
  capacities: {
    'on-call': [
      'During a shift you can open any chart of your organization, read it, and write notes.',
      'Outside a shift nothing opens.',
    ],
    'court-liaison': [
      'You read the charts of your organization, with the court’s orders in them, and why each thing is owed.',
      'You record nothing here yet: what the court decided is written down by the care manager.',
    ],
    'family-support-partner': [
      'You open the charts of the families you are linked to, and see of each what is shared with you.',
      'You write no notes here yet: tell the care manager, who records the contact.',
    ],
    reviewer: [
      'Nothing can be reviewed here yet: no chart opens from this seat.',
      'Decide as you did before; the organization records what you decided, with its day and its document.',
    ],
    provider: [
      'Referrals to you cannot be answered here yet, and no chart opens from this seat.',
      'Answer as you did before; the care manager records what you answered.',
    ],
    youth: [
      'Your own side of Kinfold is not open yet.',
      'Your care manager shows you everything and prints it for you.',
    ],
    caregiver: [
      'The family’s own side of Kinfold is not open yet.',
      'Your care manager shows you everything about your child and prints it for you.',
    ],
    'natural-support': [
      'The side of Kinfold for people who help a family is not open yet.',
      'Ask the family; they decide what you see.',
    ],
    'clinical-care-manager': [
      'You read the rules here. Authorizations cannot be answered here yet; the provider records them.',
    ],
    statewide: ['Statewide figures are not here yet. This seat opens no chart.'],
  } as Readonly<Record<string, readonly string[]>>,
};

export type StartWords = typeof english;
const WORDS: Readonly<Record<'en' | 'es', StartWords>> = { en: english, es: spanish };

/** In the reader's own language: families come here too. */
export const wordsIn = (language: 'en' | 'es'): StartWords => WORDS[language];
