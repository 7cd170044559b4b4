import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { codesOf, DOMAINS, INTENSITIES } from './codes.ts';
import { type EligibilityFacts, type EligibilityOutcome, eligibility } from './eligibility.ts';
import type { EligibilityReason } from './eligibility-reasons.ts';
import { GROUNDS, type GroundCode } from './grounds.ts';

const maya: EligibilityFacts = {
  birthDay: day('2012-11-21'),
  on: day('2026-03-02'),
  specialConsideration: 'not-decided',
  residence: 'new-jersey',
  domains: ['mental-health'],
  consent: 'yes',
  authorityConfirmed: true,
  intensity: 'moderate',
  grounds: ['serious-challenge'],
  crisisNow: false,
};

type Row = [string, Partial<EligibilityFacts>, EligibilityOutcome, EligibilityReason[]];

const SITUATIONS: readonly Row[] = [
  ['everything given', {}, 'eligible', ['all-conditions-met']],
  ['high intensity', { intensity: 'high' }, 'eligible', ['all-conditions-met']],
  ['5 today', { birthDay: day('2021-03-02') }, 'eligible', ['all-conditions-met']],
  ['5 tomorrow', { birthDay: day('2021-03-03') }, 'more-information', ['special-consideration-open']],
  ['4, taken in', { birthDay: day('2022-01-01'), specialConsideration: 'yes' }, 'eligible', ['all-conditions-met']],
  ['4, not taken in', { birthDay: day('2022-01-01'), specialConsideration: 'no' }, 'not-eligible', ['under-5']],
  ['the day before 21', { birthDay: day('2005-03-03') }, 'eligible', ['all-conditions-met']],
  ['21 today', { birthDay: day('2005-03-02') }, 'not-eligible', ['past-21st-birthday']],
  ['lives in another state', { residence: 'another-state' }, 'not-eligible', ['lives-elsewhere']],
  ['residence open', { residence: 'not-confirmed' }, 'more-information', ['residence-not-confirmed']],
  ['the family said no', { consent: 'no' }, 'not-eligible', ['said-no']],
  ['nobody was asked', { consent: 'not-recorded' }, 'more-information', ['consent-missing']],
  ['a grandmother said yes', { authorityConfirmed: false }, 'more-information', ['authority-not-confirmed']],
  ['no need named', { domains: [] }, 'more-information', ['no-need-named']],
  ['low intensity', { intensity: 'low' }, 'other-path', ['low-intensity']],
  ['intensity open', { intensity: null }, 'more-information', ['intensity-not-known']],
  ['no ground found', { grounds: [] }, 'other-path', ['no-ground-met']],
  ['grounds not looked at', { grounds: null }, 'more-information', ['grounds-not-reviewed']],
  ['a crisis', { crisisNow: true }, 'other-path', ['crisis-now']],
  ['a crisis at 21', { crisisNow: true, birthDay: day('2004-01-01') }, 'other-path', ['crisis-now']],
  [
    'disability alone',
    { domains: ['developmental-disability'], grounds: [] },
    'other-path',
    ['developmental-disability-only'],
  ],
  [
    'disability beside another need, no ground found',
    { domains: ['developmental-disability', 'mental-health'], grounds: [] },
    'other-path',
    ['no-ground-met'],
  ],
  ['disability and a ground', { domains: ['developmental-disability'] }, 'eligible', ['all-conditions-met']],
  ['substance use alone', { domains: ['substance-use'], grounds: null }, 'other-path', ['substance-use-only']],
  [
    'substance use alone, consent open',
    { domains: ['substance-use'], grounds: null, consent: 'not-recorded' },
    'more-information',
    ['consent-missing', 'grounds-not-reviewed'],
  ],
  [
    'much is open, and the family is asked once',
    { residence: 'not-confirmed', consent: 'not-recorded', intensity: null },
    'more-information',
    ['residence-not-confirmed', 'consent-missing', 'intensity-not-known'],
  ],
  ['21, and much is open', { birthDay: day('2004-01-01'), intensity: null }, 'not-eligible', ['past-21st-birthday']],
];

describe('may the youth be served by a CMO?', () => {
  it.each(SITUATIONS)('%s', (_, changes, outcome, reasons) => {
    expect(eligibility({ ...maya, ...changes })).toMatchObject({ outcome, reasons });
  });

  it.each(codesOf(GROUNDS))('one ground is enough: %s', (ground) => {
    expect(eligibility({ ...maya, grounds: [ground] }).outcome).toBe('eligible');
  });

  it.each<[Partial<EligibilityFacts>, string]>([
    [{ crisisNow: true }, 'mobile-response'],
    [{ intensity: 'low' }, 'csa-managed'],
    [{ grounds: [] }, 'csa-managed'],
    [{ domains: ['developmental-disability'], grounds: null }, 'developmental-disability'],
    [{ domains: ['substance-use'], grounds: null }, 'substance-use'],
    [{ consent: 'no' }, 'not-eligible'],
    [{ domains: [] }, 'more-information'],
    [{}, 'eligible'],
  ])('%o has the letter "%s"', (changes, key) => {
    expect(eligibility({ ...maya, ...changes }).letterTextKey).toBe(key);
  });
});

const anyFacts: fc.Arbitrary<EligibilityFacts> = fc.record({
  birthDay: fc.integer({ min: day('2003-01-01'), max: day('2024-01-01') }).map((days) => days as typeof maya.birthDay),
  on: fc.constant(maya.on),
  specialConsideration: fc.constantFrom('yes', 'no', 'not-decided'),
  residence: fc.constantFrom('new-jersey', 'another-state', 'not-confirmed'),
  domains: fc.subarray(codesOf(DOMAINS)),
  consent: fc.constantFrom('yes', 'no', 'not-recorded'),
  authorityConfirmed: fc.boolean(),
  intensity: fc.option(fc.constantFrom(...codesOf(INTENSITIES))),
  grounds: fc.option(fc.subarray<GroundCode>(codesOf(GROUNDS))),
  crisisNow: fc.boolean(),
});

describe('whatever is known', () => {
  it('nobody is eligible without consent, authority, New Jersey, a need, a ground and more than low intensity', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (eligibility(facts).outcome !== 'eligible') return;
        expect(facts).toMatchObject({
          consent: 'yes',
          authorityConfirmed: true,
          residence: 'new-jersey',
          crisisNow: false,
        });
        expect(facts.domains.length).toBeGreaterThan(0);
        expect(facts.grounds?.length).toBeGreaterThan(0);
        expect(facts.intensity).not.toBe('low');
      }),
      { numRuns: 2000 },
    );
  });

  it('there is a reason, and a path exactly with another path', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { outcome, path, reasons } = eligibility(facts);
        expect(reasons.length).toBeGreaterThan(0);
        expect(path !== null).toBe(outcome === 'other-path');
      }),
    );
  });
});
