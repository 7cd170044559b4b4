import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import type { IsoDay } from '#shared/calendar-day.ts';
import { enrolmentStatus, type Stage } from './status.ts';

type Said = readonly [kind: string, on: string, data?: Record<string, unknown>, supersedes?: number];

function facts(...said: readonly Said[]): Fact[] {
  return said.map(([kind, on, data = {}, supersedes], index) => ({
    seq: index + 1,
    recordedAt: `${on}T12:00:00Z`,
    kind,
    on: on as IsoDay,
    data,
    category: 'general',
    supersedes,
  }));
}

const RECEIVED: Said = ['referral.received', '2026-09-01', { source: 'parent' }];
const ELIGIBLE: Said = ['referral.decided', '2026-09-02', { outcome: 'care-management' }];
const ASSIGNED: Said = ['referral.assigned', '2026-09-02', { agency: '15' }];
const ACCEPTED: Said = ['referral.accepted', '2026-09-03'];
const ENROLLED: Said = ['enrolment.started', '2026-09-04'];
const UP_TO_ENROLMENT = [RECEIVED, ELIGIBLE, ASSIGNED, ACCEPTED, ENROLLED] as const;

const SITUATIONS: readonly (readonly [situation: string, stage: Stage, said: readonly Said[]])[] = [
  ['a referral came in', 'referred', [RECEIVED]],
  [
    'decided: another path',
    'other-path',
    [RECEIVED, ['referral.decided', '2026-09-02', { outcome: 'mobile-response' }]],
  ],
  ['decided: care management', 'to-assign', [RECEIVED, ELIGIBLE]],
  [
    'reconsidered: eligible after all',
    'to-assign',
    [
      RECEIVED,
      ['referral.decided', '2026-09-02', { outcome: 'not-eligible' }],
      ['referral.decided', '2026-09-09', { outcome: 'care-management' }, 2],
    ],
  ],
  [
    'decided twice on one day: the later in the history counts, in whatever order it is read',
    'other-path',
    [RECEIVED, ELIGIBLE, ['referral.decided', '2026-09-02', { outcome: 'mobile-response' }]],
  ],
  ['offered to an organization', 'assigned', [RECEIVED, ELIGIBLE, ASSIGNED]],
  ['returned by it', 'to-assign', [RECEIVED, ELIGIBLE, ASSIGNED, ['referral.returned', '2026-09-03']]],
  [
    'returned after it was accepted: the family said no',
    'to-assign',
    [RECEIVED, ELIGIBLE, ASSIGNED, ACCEPTED, ['referral.returned', '2026-09-05', { reason: 'family-said-no' }]],
  ],
  [
    'returned after it was accepted, and decided otherwise since',
    'other-path',
    [
      RECEIVED,
      ELIGIBLE,
      ASSIGNED,
      ACCEPTED,
      ['referral.returned', '2026-09-05', { reason: 'family-said-no' }],
      ['referral.decided', '2026-09-06', { outcome: 'not-eligible' }, 2],
    ],
  ],
  [
    'offered again after a return',
    'assigned',
    [
      RECEIVED,
      ELIGIBLE,
      ASSIGNED,
      ['referral.returned', '2026-09-03'],
      ['referral.assigned', '2026-09-04', { agency: '1' }],
    ],
  ],
  ['accepted', 'accepted', [RECEIVED, ELIGIBLE, ASSIGNED, ACCEPTED]],
  ['enrolled', 'enrolled', UP_TO_ENROLMENT],
  ['the team met', 'planning', [...UP_TO_ENROLMENT, ['team-meeting.held', '2026-09-20']]],
  [
    'the first plan was approved',
    'active-community',
    [...UP_TO_ENROLMENT, ['team-meeting.held', '2026-09-20'], ['plan.approved', '2026-10-01']],
  ],
  [
    'in treatment away from home',
    'active-out-of-home',
    [...UP_TO_ENROLMENT, ['stay.started', '2026-10-05', { stay: 's1', setting: 'group-home' }]],
  ],
  [
    'in hospital is not treatment away from home',
    'enrolled',
    [...UP_TO_ENROLMENT, ['stay.started', '2026-10-05', { stay: 's1', setting: 'inpatient' }]],
  ],
  [
    'home again',
    'enrolled',
    [
      ...UP_TO_ENROLMENT,
      ['stay.started', '2026-10-05', { stay: 's1', setting: 'group-home' }],
      ['stay.ended', '2026-10-25', { stay: 's1' }],
    ],
  ],
  ['a transition is planned', 'transitioning', [...UP_TO_ENROLMENT, ['transition.planned', '2026-12-01']]],
  [
    'transitioned with goals met',
    'transitioned',
    [...UP_TO_ENROLMENT, ['enrolment.ended', '2026-12-01', { ground: 'goals-met' }]],
  ],
  [
    'ended because the family moved',
    'ended',
    [...UP_TO_ENROLMENT, ['enrolment.ended', '2026-12-01', { ground: 'moved-away' }]],
  ],
  [
    'transferred: offered to the next organization',
    'assigned',
    [
      ...UP_TO_ENROLMENT,
      ['enrolment.ended', '2026-12-01', { ground: 'transferred' }],
      ['referral.assigned', '2026-12-01', { agency: '1' }],
    ],
  ],
  [
    'transferred and accepted there',
    'accepted',
    [
      ...UP_TO_ENROLMENT,
      ['enrolment.ended', '2026-12-01', { ground: 'transferred' }],
      ['referral.assigned', '2026-12-01', { agency: '1' }],
      ['referral.accepted', '2026-12-02'],
    ],
  ],
  [
    'transferred, and enrolled there on the same day',
    'enrolled',
    [
      ...UP_TO_ENROLMENT,
      ['enrolment.ended', '2026-12-01', { ground: 'transferred' }],
      ['referral.assigned', '2026-12-01', { agency: '1' }],
      ['referral.accepted', '2026-12-01'],
      ['enrolment.started', '2026-12-01'],
    ],
  ],
  [
    'enrolled and ended on one day',
    'ended',
    [...UP_TO_ENROLMENT, ['enrolment.ended', '2026-09-04', { ground: 'moved-away' }]],
  ],
  [
    'enrolled again later',
    'enrolled',
    [
      ...UP_TO_ENROLMENT,
      ['enrolment.ended', '2026-12-01', { ground: 'moved-away' }],
      ['enrolment.started', '2027-02-01'],
    ],
  ],
];

describe('the stage of a chart', () => {
  test.each(SITUATIONS)('%s: %s', (_situation, stage, said) => {
    expect(enrolmentStatus(facts(...said)).stage).toBe(stage);
    expect(enrolmentStatus(facts(...said).reverse()).stage).toBe(stage);
  });

  test('a plan approved before a second enrolment says nothing about it', () => {
    const said = [
      ...UP_TO_ENROLMENT,
      ['plan.approved', '2026-10-01'],
      ['enrolment.ended', '2026-12-01', { ground: 'moved-away' }],
      ['enrolment.started', '2027-02-01'],
    ] as const;
    expect(enrolmentStatus(facts(...said)).stage).toBe('enrolled');
  });
});

describe('the day a stage began', () => {
  const MET: Said = ['team-meeting.held', '2026-09-20'];
  const APPROVED: Said = ['plan.approved', '2026-10-01'];
  const stay = (name: string, on: string, setting: string): Said => ['stay.started', on, { stay: name, setting }];

  test.each<[situation: string, since: string, said: readonly Said[]]>([
    ['given back: waits since then', '2026-09-05', [RECEIVED, ELIGIBLE, ASSIGNED, ['referral.returned', '2026-09-05']]],
    ['referred', '2026-09-01', [RECEIVED]],
    ['to assign, from the decision', '2026-09-02', [RECEIVED, ELIGIBLE]],
    ['assigned', '2026-09-02', [RECEIVED, ELIGIBLE, ASSIGNED]],
    ['accepted', '2026-09-03', [RECEIVED, ELIGIBLE, ASSIGNED, ACCEPTED]],
    ['enrolled', '2026-09-04', UP_TO_ENROLMENT],
    ['planning, from the meeting', '2026-09-20', [...UP_TO_ENROLMENT, MET]],
    ['active, from the plan', '2026-10-01', [...UP_TO_ENROLMENT, MET, APPROVED]],
    ['active, from the latest plan', '2026-12-01', [...UP_TO_ENROLMENT, APPROVED, ['plan.approved', '2026-12-01']]],
    ['active, a plan approved on the first day', '2026-09-04', [...UP_TO_ENROLMENT, ['plan.approved', '2026-09-04']]],
    ['away, from the stay', '2026-10-05', [...UP_TO_ENROLMENT, stay('s1', '2026-10-05', 'group-home')]],
    [
      'away, whatever hospital came in between',
      '2026-10-05',
      [...UP_TO_ENROLMENT, stay('s1', '2026-10-05', 'group-home'), stay('s2', '2026-10-20', 'inpatient')],
    ],
    [
      'away, from the next stay when the first has ended',
      '2026-11-01',
      [
        ...UP_TO_ENROLMENT,
        stay('s1', '2026-10-05', 'group-home'),
        ['stay.ended', '2026-11-01', { stay: 's1' }],
        stay('s2', '2026-11-01', 'specialty'),
      ],
    ],
    ['transitioning', '2026-11-20', [...UP_TO_ENROLMENT, APPROVED, ['transition.planned', '2026-11-20']]],
    ['ended', '2026-12-01', [...UP_TO_ENROLMENT, ['enrolment.ended', '2026-12-01', { ground: 'moved-away' }]]],
  ])('%s: %s', (_situation, since, said) => {
    expect(enrolmentStatus(facts(...said)).since).toBe(since);
  });

  test('of a chart with no history nothing is known', () => {
    expect(enrolmentStatus([])).toEqual({ stage: 'referred', since: null, missing: false });
  });

  test.each([
    'treatment-home',
    'group-home',
    'psychiatric-community-home',
    'specialty',
    'residential-treatment',
    'intensive-residential',
    'substance-use-residential',
  ])('%s is treatment away from home', (setting) => {
    expect(enrolmentStatus(facts(...UP_TO_ENROLMENT, stay('s1', '2026-10-05', setting))).stage).toBe(
      'active-out-of-home',
    );
  });

  test('one of two stays still open is away', () => {
    const said = [stay('s1', '2026-10-05', 'group-home'), stay('s2', '2026-10-25', 'specialty')] as const;
    const ended: Said = ['stay.ended', '2026-10-25', { stay: 's1' }];
    expect(enrolmentStatus(facts(...UP_TO_ENROLMENT, ...said, ended)).since).toBe('2026-10-25');
  });
});

describe('beside the stage', () => {
  test.each([
    ['missing', true, [['missing.started', '2026-10-01']]],
    [
      'found again',
      false,
      [
        ['missing.started', '2026-10-01'],
        ['missing.ended', '2026-10-03'],
      ],
    ],
    [
      'missing a second time',
      true,
      [
        ['missing.started', '2026-10-01'],
        ['missing.ended', '2026-10-03'],
        ['missing.started', '2026-10-09'],
      ],
    ],
    ['missing from the first day on', true, [['missing.started', '2026-09-04']]],
    [
      'found again on the same day',
      false,
      [
        ['missing.started', '2026-10-01'],
        ['missing.ended', '2026-10-01'],
      ],
    ],
    [
      'found, and missing again on the same day',
      true,
      [
        ['missing.started', '2026-10-01'],
        ['missing.ended', '2026-10-03'],
        ['missing.started', '2026-10-03'],
      ],
    ],
    [
      'found again, and written down before the day it began was known',
      false,
      [
        ['missing.ended', '2026-10-03'],
        ['missing.started', '2026-10-01'],
      ],
    ],
    ['never missing', false, []],
  ] as const)('%s: %s', (_situation, missing, said) => {
    expect(enrolmentStatus(facts(...UP_TO_ENROLMENT, ...said)).missing).toBe(missing);
  });
});
