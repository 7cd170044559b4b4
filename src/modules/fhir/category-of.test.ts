import { expect, test } from 'vitest';
import { categoryOf } from './category-of.ts';
import { Condition, Coverage } from './resources.ts';
import { OURS, THEIRS } from './systems.ts';

const condition = (system: string, code: string) =>
  Condition.parse({ resourceType: 'Condition', subject: {}, code: { coding: [{ system, code }], text: 'As told' } });

test.each([
  ['substance use as our need', OURS.need, 'substance-use', 'substance-use'],
  ['court involvement as our need', OURS.need, 'court-involvement', 'justice'],
  ['trouble in school as our need', OURS.need, 'trouble-in-school', 'school'],
  ['depression', THEIRS.icd10, 'F32.9', 'mental-health'],
  ['alcohol use', THEIRS.icd10, 'F10.20', 'substance-use'],
  ['tobacco, which Part 2 leaves out', THEIRS.icd10, 'F17.210', 'mental-health'],
  ['counseling about drugs', THEIRS.icd10, 'Z71.51', 'substance-use'],
  ['drugs in pregnancy, the stricter of two', THEIRS.icd10, 'O99.321', 'substance-use'],
  ['imprisonment', THEIRS.icd10, 'Z65.1', 'justice'],
  ['schooling', THEIRS.icd10, 'Z55.3', 'school'],
  ['HIV', THEIRS.icd10, 'B20', 'hiv'],
  ['pregnancy', THEIRS.icd10, 'Z34.90', 'reproductive'],
  ['a child harmed', THEIRS.icd10, 'T74.12XA', 'violence'],
  ['a diagnosis that is no need of ours', THEIRS.icd10, 'J45.909', 'mental-health'],
  ['a code of a system not known here', 'urn:elsewhere', '17', 'mental-health'],
])('a condition is held as what it tells: %s', (_what, system, code, category) => {
  expect(categoryOf(condition(system, code))).toBe(category);
});

test('of several codes the strictest counts, in whatever order they come', () => {
  const codings = [
    { system: THEIRS.icd10, code: 'F32.9' },
    { system: OURS.need, code: 'substance-use' },
    { system: 'urn:elsewhere', code: '17' },
  ];
  for (const coding of [codings, codings.toReversed()]) {
    const both = Condition.parse({ resourceType: 'Condition', subject: {}, code: { coding, text: 'As told' } });
    expect(categoryOf(both)).toBe('substance-use');
  }
});

test('what is not a condition is held as the referral', () => {
  expect(categoryOf(Coverage.parse({ resourceType: 'Coverage', status: 'active', beneficiary: {}, payor: [{}] }))).toBe(
    'general',
  );
});
