import { describe, expect, test } from 'vitest';
import { doneOnTemplate } from './done-on.ts';
import { Impact } from './impact.ts';
import type { Compiled } from './index.ts';
import { toPlanDefinition } from './plan-definition.ts';
import { newJersey } from './testing/read-policies.ts';
import { fact } from './testing/small-pack.ts';

const nj = newJersey();

describe('impact of a change before it is in force', () => {
  const charts = [
    { agency: 'union', chart: 'a', facts: [fact(1, '2026-09-13', 'enrolment.started')] },
    {
      agency: 'union',
      chart: 'b',
      facts: [fact(1, '2026-09-13', 'enrolment.started'), fact(2, '2026-10-10', 'plan.submitted', { kind: 'initial' })],
    },
    { agency: 'essex', chart: 'c', facts: [fact(1, '2010-01-01', 'youth.born')] },
  ];

  const impactOf = (after: Compiled) => {
    const counted = new Impact(nj, after);
    for (const chart of charts) counted.add(chart);
    return counted.agencies;
  };

  test('a shorter deadline moves duties, per agency', () => {
    const found = impactOf(newJersey({ 'nj.first-isp/days': 20 }));
    expect(
      found.map(({ agency, charts: count, moved, opened, voided }) => ({ agency, count, moved, opened, voided })),
    ).toEqual([
      { agency: 'union', count: 2, moved: 4, opened: 0, voided: 0 },
      { agency: 'essex', count: 1, moved: 0, opened: 0, voided: 0 },
    ]);
  });

  test('counted by rule, with its clause', () => {
    const [union, essex] = impactOf(newJersey({ 'nj.first-isp/days': 20 }));
    expect(union?.byRule.map(({ rule, cite, changed }) => ({ rule, cited: cite.length > 0, ...changed }))).toEqual([
      { rule: 'nj.first-team-meeting', cited: true, moved: 2, opened: 0, voided: 0, settled: 0 },
      { rule: 'nj.first-isp', cited: true, moved: 2, opened: 0, voided: 0, settled: 0 },
    ]);
    expect(essex?.byRule).toEqual([]);
  });

  test('no change, no impact', () => {
    expect(impactOf(newJersey()).flatMap((one) => one.changes)).toEqual([]);
  });
});

describe('done on a day', () => {
  test.each([
    ['nj.first-isp', { kind: 'plan.submitted', data: { kind: 'initial' }, asks: [], same: {} }],
    ['nj.review', { kind: 'plan.submitted', data: { kind: 'review' }, asks: [], same: {} }],
    [
      'nj.missing-letters',
      { kind: 'letter.sent', data: { about: 'outreach', certified: true }, asks: ['copies'], same: {} },
    ],
    ['nj.crisis-plan', { kind: 'crisis-plan.completed', data: {}, asks: [], same: {} }],
    ['nj.joint-care-review', { kind: 'joint-care-review.received', data: {}, asks: [], same: { stay: 'stay' } }],
    ['nj.incident-report-b', { kind: 'incident.reported', data: {}, asks: [], same: { incident: 'incident' } }],
    [
      'nj.monthly-visit',
      { kind: 'contact.made', data: { with: ['youth', 'caregiver'], how: 'in-person' }, asks: [], same: {} },
    ],
    ['nj.first-team-meeting', { kind: 'team-meeting.held', data: { purpose: 'first' }, asks: ['attended'], same: {} }],
  ])('%s', (rule, template) => {
    expect(doneOnTemplate(nj.pack, rule)).toEqual(template);
  });

  test('a rule nobody has', () => {
    expect(doneOnTemplate(nj.pack, 'nj.nothing')).toBeNull();
  });
});

test('as a FHIR PlanDefinition, saying what it cannot carry', () => {
  const { resource, notCarried } = toPlanDefinition(nj.pack);
  const actions = resource.action as readonly { id: string }[];
  expect(resource.resourceType).toBe('PlanDefinition');
  expect(actions.length).toBe(nj.duties.length);
  expect(actions.find((one) => one.id === 'nj.first-isp')).toMatchObject({
    timingDuration: { value: 30, code: 'd' },
    requiredBehavior: 'could',
  });
  expect(notCarried.filter((one) => one.rule === 'nj.presumptive-certificate').map((one) => one.why)).toContain(
    'business days and their calendar; the export says days',
  );
  const gapsOf = (rule: string) => notCarried.filter((one) => one.rule === rule).map(({ why }) => why);
  expect(gapsOf('nj.agreement-renewal')).toContain('which of the facts that trigger it do');
  expect(gapsOf('nj.joint-care-review')).toContain('that another organization owes it: provider');
});
