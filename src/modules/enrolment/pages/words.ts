import type { z } from 'zod';
import { CONSENT_AUTHORITIES, CONSENT_METHODS, RIGHTS_GIVEN } from '#modules/youth/given-consents.ts';
import type { AUTHORITY, RIGHTS_ITEMS, startEnrolment } from '../contract.ts';

export const BOARD = {
  title: 'Caseload',
  summary: (careManagers: number, youth: number) =>
    `${careManagers} care ${careManagers === 1 ? 'manager' : 'managers'} · ${youth} youth`,
  ratio: (families: number) => `One care manager to ${families} families`,
  span: (careManagers: number) => `one supervisor to ${careManagers} care managers`,
  move: 'Move a caseload',
  loading: 'Loading the caseloads',
  failed: 'The caseloads could not be shown',
  kept: 'Nothing was lost or moved.',
  empty: 'No care managers yet',
  emptyWhy: 'They appear here when somebody is given that seat.',
  teamOf: (name: string) => `Team of ${name}`,
  noSupervisor: 'Without a supervisor',
  over: (cite: string | null) => (cite ? `More than ${cite} allows` : 'Over the ratio'),
  carries: (count: number, most: number) => `${count} of ${most} care managers`,
  columns: {
    load: 'Care manager and load',
    late: 'Late',
    soon: 'Due in 7 days',
    quiet14: 'No contact seen 14 days',
    quiet30: '30 days',
    move: 'Move',
  },
  /** Somebody's charts that are not all within the reader's reach are not counted. */
  notSeen: '–: not all of their youth are yours to see, so nothing is counted.',
  late: (count: number) => `${count} late`,
  quiet14: (count: number) => `${count} without contact in 14 days, by what you may see`,
  quiet30: (count: number) => `${count} of them for 30 days`,
  coveredBy: (name: string) => `away, covered by ${name}`,
  moveAll: 'Move…',
  moveAllOf: (name: string) => `Move youth of ${name}`,
  gap: (count: number) =>
    count === 1 ? 'One youth nobody is accountable for' : `${count} youth nobody is accountable for`,
  gapHint: 'A family must always know who to call. Choose somebody today.',
  gapNone: 'Every youth has an accountable care manager.',
  since: 'since',
  choose: 'Choose a care manager',
  chooseFor: (name: string) => `Choose a care manager for ${name}`,
  shareOut: 'Share them out',
} as const;

export const STAGES: Readonly<Record<string, string>> = {
  'to-assign': 'came back',
  accepted: 'to enrol',
  enrolled: 'enrolled',
  planning: 'planning',
  'active-community': 'plan in practice',
  'active-out-of-home': 'away from home',
  transitioning: 'in transition',
};

export const CHOOSE = {
  title: 'Choose a care manager',
  hint: 'Accountable from today on. Whoever was before ends today; the history keeps both.',
  which: 'Care manager',
  whichNeeded: 'Choose a care manager',
  why: 'Why this care manager?',
  whyOptional: 'Why this care manager? (optional)',
  whyHint: 'The family’s wish belongs here.',
  whyHints: {
    instead:
      'Somebody may be accountable already, and the family would have to know somebody new. Their wish belongs here.',
    over: 'They would carry more families than the clause allows. Say why all the same.',
  },
  whyNeeded: 'Say why',
  save: 'Make accountable',
  saveName: (name: string) => `Make ${name} accountable`,
  back: 'Caseload',
} as const;

export const MOVE = {
  title: 'Move a caseload',
  hint: 'First you see what would change. Nothing moves until you say so.',
  from: 'Whose youth',
  nobody: 'Youth nobody is accountable for',
  choose: 'Choose one',
  to: 'To whom',
  toHint: 'More than one: shared out, fewest first.',
  toNeeded: 'Choose at least one care manager',
  which: 'Which youth',
  moves: (count: number) => (count === 1 ? 'One youth would move' : `${count} youth would move`),
  loads: 'Show what would change',
  over: 'over the ratio',
  nothing: 'There is nobody here whom you may move.',
  before: 'now',
  youth: 'Youth',
  stage: 'Stands at',
  goesTo: 'Goes to',
  takes: 'Moves',
  why: 'Why are they moved?',
  whyOptional: 'Why to these? (optional)',
  whyHint: 'Stands in each chart beside the change.',
  whyNeeded: 'Say why they are moved',
  save: (count: number) => (count === 1 ? 'Move one youth' : `Move ${count} youth`),
  previewFailed: 'The preview could not be made',
  kept: 'Nothing was moved.',
  moving: 'Moving youth',
  movingTitle: 'Youth being moved',
  done: (moved: number, refused: number) =>
    refused === 0 ? `${moved} moved.` : `${moved} moved, ${refused} not; they stay where they were.`,
  rows: 'Youth by youth',
  outcome: 'What became of it',
  notHere: 'Not yours to move.',
  outcomes: { moved: 'moved', 'already-theirs': 'was theirs already', refused: 'not moved' },
  chart: 'Youth',
  toBoard: 'To the caseload',
  loading: 'Loading how far it is',
  failed: 'How far it is could not be shown',
  goesOn: 'The moving itself goes on.',
} as const;

type Method = z.output<typeof startEnrolment.body>['consent']['method'];

export const ENROL = {
  title: 'Start enrolment',
  hint: 'Care management is a choice. This keeps what was explained, who said yes, and how.',
  loading: 'Loading the referral',
  failed: 'The referral could not be shown',
  kept: 'Nothing was lost.',
  on: 'Enrolled on',
  given: 'Given and explained',
  givenHint: 'Tick what the family has in hand and had explained. What is left open shows as missing.',
  items: RIGHTS_GIVEN satisfies Record<(typeof RIGHTS_ITEMS)[number], string>,
  language: 'In which language it was explained',
  consent: 'The voluntary yes',
  by: 'Who said yes',
  authority: 'By what authority',
  chooseAuthority: 'Choose one',
  authorities: CONSENT_AUTHORITIES satisfies Record<(typeof AUTHORITY)[number], string>,
  method: 'How',
  methods: CONSENT_METHODS satisfies Record<Method, string>,
  adult: 'From 18 on the young adult says yes alone.',
  wrong: {
    on: 'Enrolled on: a day up to today',
    items: 'Given and explained: tick what was given',
    by: 'Who said yes: name the person',
    authority: 'By what authority: choose one',
    language: 'Language: name it',
  },
  missing: (items: string) => `Still to give: ${items}`,
  save: 'Start enrolment',
  back: 'The referral',
} as const;

export const GATE = {
  unmet: (title: string, cite: string, missing: string) => `${title} (${cite}): not shown to be so: ${missing}.`,
  label: 'Why go on all the same?',
} as const;

export const REFUSALS: Readonly<Record<string, string>> = {
  'gate-closed': 'A rule stands in the way, and nobody may go past it.',
  'gate-needs-a-reason': 'A condition of the rule is not shown to be met. Say why to go on, and press again.',
  'before-the-referral': 'That day is before the referral came to this organization.',
  'before-it-began': 'That day is before the enrolment began.',
  'has-not-happened': 'That day has not come yet.',
  'reason-needed': 'Say why: somebody is accountable already, or would carry more families than the clause allows.',
  missing: 'Something needed is missing.',
  'adult-says-yes-alone': 'From the 18th birthday on the young adult says yes alone: a parent’s word is not theirs.',
  'not-alone-before-18': 'Before the 18th birthday somebody with authority says yes, not the youth alone.',
  'accept-first': 'Accept the referral first.',
  'before-it-was-taken-back':
    'That day is before the yes to care management was taken back. Choose the day somebody said yes again.',
  'before-the-last-one-ended': 'That day is before the enrolment before this one ended.',
  'not-ready-to-enrol': 'The youth cannot be enrolled at this stage.',
  'not-in-care':
    'This youth is not in your organization’s care now: the referral is not accepted yet, or care management has ended.',
  'not-a-care-manager-here': 'That seat cannot be accountable here any more.',
};
