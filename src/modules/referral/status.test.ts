import { describe, expect, it } from 'vitest';
import { day, isoDay } from '#shared/calendar-day.ts';
import { decisionInForce, decisionRefusal, type EligibilityDecision, firstDecision } from './decisions.ts';
import { type ReferralFacts, type ReferralStatus, referralStatus } from './status.ts';

const on = (text: string) => isoDay(day(text));

const decided = (outcome: EligibilityDecision['outcome'], text = '2026-03-03'): EligibilityDecision => ({
  outcome,
  path: null,
  reasons: [],
  on: on(text),
  occasion: 'first',
});
const reconsidered = (outcome: EligibilityDecision['outcome']): EligibilityDecision => ({
  ...decided(outcome, '2026-03-20'),
  occasion: 'reconsideration',
});

const nothingYet: ReferralFacts = {
  reviewBegunOn: null,
  decisions: [],
  reconsiderationAskedOn: null,
  assignment: null,
  enrolledOn: null,
  withdrawnOn: null,
  mergedInto: null,
};
const inReview = { reviewBegunOn: on('2026-03-02') };
const eligible = { ...inReview, decisions: [decided('eligible')] };
const refused = { ...inReview, decisions: [decided('not-eligible')] };
const assigned = (answer: 'accepted' | 'returned' | null) => ({
  ...eligible,
  assignment: { cmo: 'capitol', on: on('2026-03-04'), answer },
});

describe('where a referral stands', () => {
  it.each<[string, Partial<ReferralFacts>, ReferralStatus]>([
    ['nothing has happened yet', {}, 'received'],
    ['somebody is looking at it', inReview, 'in-review'],
    ['decided: eligible', eligible, 'eligible'],
    ['decided: not eligible', refused, 'not-eligible'],
    ['decided without a review recorded', { decisions: [decided('not-eligible')] }, 'not-eligible'],
    ['something is missing', { decisions: [decided('more-information')] }, 'more-information'],
    ['another path', { decisions: [decided('other-path')] }, 'other-path'],
    ['the family asks again', { ...refused, reconsiderationAskedOn: on('2026-03-10') }, 'reconsideration'],
    [
      'reconsidered: eligible',
      { ...inReview, decisions: [decided('not-eligible'), reconsidered('eligible')] },
      'eligible',
    ],
    ['reconsidered: as before', { decisions: [decided('not-eligible'), reconsidered('not-eligible')] }, 'not-eligible'],
    ['assigned, no answer yet', assigned(null), 'assigned'],
    ['assigned before anything was decided', { ...assigned(null), decisions: [] }, 'in-review'],
    ['accepted by the CMO', assigned('accepted'), 'accepted'],
    ['returned by the CMO', assigned('returned'), 'returned'],
    ['enrolled', { ...assigned('accepted'), enrolledOn: on('2026-03-06') }, 'enrolled'],
    [
      'found not eligible after it was assigned',
      { ...assigned(null), decisions: [decided('eligible'), reconsidered('not-eligible')] },
      'not-eligible',
    ],
    ['taken back by the family', { ...assigned(null), withdrawnOn: on('2026-03-05') }, 'withdrawn'],
    [
      'taken back after enrolment, which has its own ending',
      { ...assigned('accepted'), enrolledOn: on('2026-03-06'), withdrawnOn: on('2026-03-09') },
      'enrolled',
    ],
    ['the same as another', { ...eligible, mergedInto: 'other-referral' }, 'merged'],
  ])('%s', (_, changes, status) => {
    expect(referralStatus({ ...nothingYet, ...changes })).toBe(status);
  });
});

describe('decisions on eligibility', () => {
  const both = [decided('not-eligible'), reconsidered('eligible')];

  it('keep the first beside the one in force', () => {
    expect(firstDecision(both)?.outcome).toBe('not-eligible');
    expect(decisionInForce(both)?.outcome).toBe('eligible');
  });

  it.each([
    ['a first decision', [], decided('eligible'), null],
    ['a reconsideration of nothing', [], reconsidered('eligible'), 'nothing-decided-yet'],
    ['a second first decision', [decided('eligible')], decided('eligible'), 'first-already-made'],
    ['a reconsideration', [decided('not-eligible')], reconsidered('eligible'), null],
    ['one dated before the last', both, { ...reconsidered('eligible'), on: on('2026-03-01') }, 'before-the-last'],
  ])('%s', (_, decisions, next, refusal) => {
    expect(decisionRefusal(decisions, next)).toBe(refusal);
  });
});
