import { describe, expect, test } from 'vitest';
import { CAPACITIES, type Capacity, type Relation } from './model.ts';
import { decide, needsOwnChart, PERMISSIONS, type Permission, permissionsOf } from './permissions.ts';

const seat = (capacity: Capacity, steppedUp = false) => ({ capacity, steppedUp });
const allPermissions = Object.keys(PERMISSIONS) as Permission[];
const whoMay = (permission: Permission) =>
  CAPACITIES.filter((capacity) => decide(permission, seat(capacity, true), []).yes);

describe('the first wall', () => {
  test.each<[situation: string, Permission, Capacity, steppedUp: boolean, ReturnType<typeof decide>]>([
    ['a care manager opens a chart', 'chart.read', 'care-manager', false, { yes: true }],
    ['an administrator does not', 'chart.read', 'administrator', false, { yes: false, reasons: ['capacity'] }],
    [
      'inviting people takes a fresh proof',
      'people.change',
      'administrator',
      false,
      { yes: false, reasons: ['step-up'] },
    ],
    ['with it, it is done', 'people.change', 'administrator', true, { yes: true }],
    [
      'a care manager lets nobody see a chart of a colleague',
      'relation.give',
      'care-manager',
      false,
      { yes: false, reasons: ['relation'] },
    ],
    ['a supervisor does', 'relation.give', 'supervisor', false, { yes: true }],
    [
      'an administrator, who opens none, does not',
      'relation.give',
      'administrator',
      true,
      { yes: false, reasons: ['capacity'] },
    ],
    ['a proof makes no capacity', 'people.change', 'supervisor', true, { yes: false, reasons: ['capacity'] }],
  ])('%s', (_situation, permission, capacity, steppedUp, decision) => {
    expect(decide(permission, seat(capacity, steppedUp), [])).toEqual(decision);
  });

  test.each<[Relation, boolean]>([
    ['accountable', true],
    ['cover', true],
    ['team-member', false],
  ])('a care manager related as %s lets somebody see the chart: %s', (relation, yes) => {
    expect(decide('relation.give', seat('care-manager'), [relation]).yes).toBe(yes);
  });

  test('these ask for a fresh proof of identity, and nothing else does', () => {
    const asking = allPermissions.filter((permission) =>
      CAPACITIES.some((capacity) => {
        const decision = decide(permission, seat(capacity), []);
        return !decision.yes && decision.reasons.includes('step-up');
      }),
    );
    expect(asking).toEqual(['people.change', 'people.end-sessions', 'audit.redact', 'emergency.take']);
  });
});

describe('who alone may do it', () => {
  test.each<[Permission, readonly Capacity[]]>([
    ['contact.withdrawn.read', ['privacy-officer']],
    ['audit.read', ['privacy-officer']],
    ['audit.redact', ['privacy-officer']],
    ['emergency.review', ['privacy-officer']],
    ['emergency.take', ['care-manager', 'supervisor', 'on-call', 'targeted-case-manager', 'tcm-supervisor']],
    ['people.change', ['administrator']],
    ['people.sessions', ['administrator', 'privacy-officer']],
    ['people.end-sessions', ['administrator', 'privacy-officer']],
    ['referral.register', ['csa-coordinator']],
    ['referral.decide', ['csa-coordinator']],
    ['referral.assign', ['csa-coordinator']],
    ['referral.answer', ['supervisor', 'agency-lead']],
    ['referral.settle', ['supervisor', 'agency-lead', 'csa-coordinator']],
    ['referral.import', ['supervisor', 'agency-lead', 'csa-coordinator']],
    ['referral.record', ['care-manager', 'supervisor', 'agency-lead']],
    ['enrolment.transfer', ['supervisor', 'agency-lead']],
    ['caseload.assign', ['supervisor', 'agency-lead', 'tcm-supervisor']],
    ['duty.exempt', ['supervisor', 'agency-lead', 'tcm-supervisor']],
    ['policy.override', ['agency-lead', 'quality', 'administrator']],
    ['on-call.arrange', ['supervisor', 'administrator', 'tcm-supervisor']],
    ['people.cover', ['supervisor', 'agency-lead', 'administrator', 'tcm-supervisor']],
    ['people.read', ['supervisor', 'agency-lead', 'administrator', 'privacy-officer']],
    ['directory.change', ['administrator', 'csa-coordinator']],
    ['contact.withdraw', ['care-manager', 'supervisor', 'privacy-officer', 'targeted-case-manager', 'tcm-supervisor']],
    [
      'chart.looks',
      ['care-manager', 'supervisor', 'agency-lead', 'privacy-officer', 'targeted-case-manager', 'tcm-supervisor'],
    ],
    [
      'chart.transferred',
      [
        'care-manager',
        'supervisor',
        'agency-lead',
        'quality',
        'privacy-officer',
        'targeted-case-manager',
        'tcm-supervisor',
      ],
    ],
    [
      'face-sheet.print-confidential',
      [
        'care-manager',
        'supervisor',
        'privacy-officer',
        'on-call',
        'pe-coordinator',
        'targeted-case-manager',
        'tcm-supervisor',
      ],
    ],
    [
      'contact.record',
      ['care-manager', 'supervisor', 'on-call', 'pe-coordinator', 'targeted-case-manager', 'tcm-supervisor'],
    ],
  ])('%s', (permission, capacities) => {
    expect(whoMay(permission)).toEqual(capacities);
  });
});

describe('what a capacity never does', () => {
  test.each<[Capacity]>([['youth'], ['caregiver'], ['natural-support'], ['reviewer'], ['provider'], ['statewide']])(
    '%s uses their own session and nothing of the staff’s',
    (capacity) => {
      expect(permissionsOf(capacity)).toEqual(['session.own']);
    },
  );

  test('a family support partner opens a chart, and neither the family’s contacts nor why something is due', () => {
    expect(permissionsOf('family-support-partner')).toEqual(['session.own', 'chart.read', 'chart.search']);
  });

  test('an administrator manages seats, and sees nothing about a youth', () => {
    const aboutAYouth =
      /^(chart|relation|family|youth|contact|duty|fact|face-sheet|worklist|referral|caseload|enrolment|emergency)\./;
    expect(permissionsOf('administrator').filter((permission) => aboutAYouth.test(permission))).toEqual([]);
  });

  test.each<[Capacity]>([['quality'], ['court-liaison'], ['clinical-care-manager']])(
    '%s reads a chart and changes nothing in it',
    (capacity) => {
      const may = permissionsOf(capacity);
      expect(may).toContain('chart.read');
      expect(may).toContain('family.read');
      expect(may).toContain('worklist.read');
      const writing: readonly Permission[] = ['youth.change', 'contact.record', 'fact.record', 'duty.decide'];
      expect(writing.filter((permission) => may.includes(permission))).toEqual([]);
    },
  );
});

test.each<[Permission, Capacity, boolean]>([
  ['youth.change', 'csa-coordinator', true],
  ['fact.record', 'csa-coordinator', true],
  ['youth.change', 'care-manager', false],
  ['chart.read', 'csa-coordinator', false],
])('%s as %s only on charts of one’s own agency: %s', (permission, capacity, expected) => {
  expect(needsOwnChart(permission, capacity)).toBe(expected);
});

test('what a screen offers is what the wall lets through whoever answers for the chart', () => {
  for (const capacity of CAPACITIES) {
    const through = allPermissions.filter(
      (permission) => decide(permission, seat(capacity, true), ['accountable']).yes,
    );
    expect(permissionsOf(capacity)).toEqual(through);
  }
});
