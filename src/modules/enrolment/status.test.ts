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
  ['offered to an organization', 'assigned', [RECEIVED, ELIGIBLE, ASSIGNED]],
  ['returned by it', 'to-assign', [RECEIVED, ELIGIBLE, ASSIGNED, ['referral.returned', '2026-09-03']]],
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
  ] as const)('%s: %s', (_situation, missing, said) => {
    expect(enrolmentStatus(facts(...UP_TO_ENROLMENT, ...said)).missing).toBe(missing);
  });

  test('the last successful contact: made counts, attempted does not, a withdrawn one does not', () => {
    const made: Said = ['contact.made', '2026-09-10'];
    expect(enrolmentStatus(facts(...UP_TO_ENROLMENT, made, ['contact.attempted', '2026-09-20'])).lastContactOn).toBe(
      '2026-09-10',
    );
    const all = facts(...UP_TO_ENROLMENT, made, ['contact.made', '2026-09-15']);
    const taken: Fact = {
      seq: 8,
      recordedAt: '2026-09-16T12:00:00Z',
      kind: 'contact.made',
      on: '2026-09-15' as IsoDay,
      data: {},
      category: 'general',
      supersedes: 7,
      withdraws: true,
    };
    expect(enrolmentStatus([...all, taken]).lastContactOn).toBe('2026-09-10');
  });
});
