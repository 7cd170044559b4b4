import type { GivenKind } from '../model.ts';

const KINDS: Readonly<Record<GivenKind, string>> = {
  'team-member': 'Team member',
  'family-support': 'Family support partner',
  guardian: 'Guardian',
  self: 'The youth',
  'court-liaison': 'Court liaison',
  reviewer: 'Reviewer',
};

/** The words of the page that says who may see a chart. */
const en = {
  says: 'By a relation to this youth. Staff of the organization see it too, as far as their work reaches.',
  loading: 'Reading who may see this chart',
  failed: { title: 'Who may see this chart could not be shown', kept: 'Nothing was changed.' },
  now: 'Now',
  toCome: 'From a later day',
  over: 'No longer',
  nobodyNow: 'Nobody is related to this youth today.',
  kinds: KINDS,
  otherKinds: {
    accountable: 'Care manager',
    cover: 'Covering the care manager',
    supervisor: 'Supervising the care manager',
    'on-call': 'On call now',
    emergency: 'Emergency access',
    recorder: 'Recorded the referral; until a care manager is named',
  } as Readonly<Record<string, string>>,
  from: (from: string, to: string | null) => (to === null ? `From ${from}` : `From ${from} to ${to}`),
  given: (by: string | null, reason: string | null) =>
    [by === null ? null : `given by ${by}`, reason].filter(Boolean).join(': '),
  ended: (by: string | null, reason: string | null) =>
    `Ended${by === null ? '' : ` by ${by}`}${reason ? `: ${reason}` : ''}`,
  authority: (name: string) => `On the authority of ${name}`,
  lookAgain: {
    'rights-passed': 'look again: rights passed at 18',
    'authority-not-confirmed': 'look again: authority not confirmed today',
  },
  end: {
    button: 'End',
    title: (name: string) => `${name} is to see this chart no longer`,
    to: 'Last day',
    toHint: 'Today ends it at once.',
    why: 'Why',
    save: 'End it',
  },
  add: {
    title: 'Let somebody see it',
    hint: 'People with a seat: of this organization, and of others who work with families.',
    name: 'Part of their name',
    find: 'Find',
    none: 'Nobody else of that name has a seat that can be related to a youth.',
    button: 'Let them see it',
    dialog: (name: string) => `${name} is to see this chart`,
    as: 'As',
    authority: 'On whose authority',
    authorityHint: 'Somebody of the family whose authority is confirmed.',
    noAuthority: 'Choose',
    from: 'From',
    to: 'Last day',
    toHint: 'Empty while no end is known.',
    why: 'Why, and who agreed',
    whyHint: 'Kept with your name; the family may ask for it.',
    save: 'Let them see it',
  },
};

export type WhoMaySeeWords = typeof en;
export const words: WhoMaySeeWords = en;
