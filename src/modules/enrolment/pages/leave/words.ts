import type { END_GROUNDS } from '../../contract.ts';

/** The words of leaving an organization: to another one, or for good. */
export const LEAVE = {
  title: 'Transfer or end',
  back: 'Referral',
  loading: 'Loading the referral',
  failed: 'The referral could not be shown',
  kept: 'Nothing was changed.',
  notHere: {
    title: 'There is no enrolment to end',
    says: 'This organization does not hold an open enrolment of this youth. A transfer begins from one.',
  },
  on: 'From which day',
  wrong: {
    on: 'Choose a day that has come.',
    agency: 'Choose the organization.',
    ground: 'Choose what it ends on.',
    reason: 'Say the reason in a few words.',
  },
  transfer: {
    title: 'To another organization',
    hint: 'Care here ends on that day and the other organization is offered the chart at once. The whole history goes with it; what your people recorded stays readable to you under Youth, Transferred.',
    hintBack:
      'The organization it was offered to gave it back. Another one is offered the chart at once; the whole history goes with it.',
    choice: 'Which organization',
    choose: 'Choose one',
    why: 'Why',
    whyHint: 'The other organization reads it: what changed, and what the family was told.',
    save: (name: string | undefined) => (name ? `Transfer to ${name}` : 'Transfer'),
    sure: (youth: string, name: string) => `Transfer ${youth} to ${name}?`,
    surely: 'You and your people cannot open the chart any more after that, until it comes back.',
    sureYes: 'Transfer the chart',
  },
  end: {
    title: 'Care management ends',
    hint: 'The team, the plan and the notes stay readable. Nothing more becomes due; what was still open and not yet late is void.',
    choice: 'On what ground',
    choose: 'Choose one',
    why: 'In your own words',
    whyHint: 'What led here, and which supports the family goes on with.',
    save: 'End care management',
    sure: (youth: string) => `End care management for ${youth}?`,
    surely: 'Nobody is accountable for the chart from that day on.',
    sureYes: 'End it',
  },
  youth: 'this youth',
  refusals: {
    'gate-closed': 'A rule stands in the way, and nobody may go past it.',
    'consent-taken-back':
      'The yes to care management was taken back, so the chart goes to nobody else. Record it on the family’s page when somebody says yes again.',
    'no-open-enrolment': 'There is no open enrolment here any more. Load the page again.',
    'not-the-holder': 'Your organization does not hold this chart any more.',
    'before-it-began': 'That day is before the enrolment began.',
    'has-not-happened': 'That day has not come yet.',
    'the-same-organization': 'That is your own organization.',
  } as Readonly<Record<string, string>>,
} as const;

/** The grounds a person chooses from; a transfer is said by transferring. N.J.A.C. 10:73-3.15 and 3.16. */
export const GROUND_WORDS = {
  'goals-met': 'The goals are met: a planned transition',
  'not-yet-reached': 'Not yet reached, after everything that is asked',
  'moved-away': 'Moved out of New Jersey',
  missing: 'Missing for longer than the rule allows for',
  'written-request': 'The family, or the young adult, asked for it in writing',
  'aged-out': 'Reached the 21st birthday',
  died: 'Died',
  other: 'Another ground',
} as const satisfies Record<Exclude<(typeof END_GROUNDS)[number], 'transferred'>, string>;

export type Ground = keyof typeof GROUND_WORDS;
