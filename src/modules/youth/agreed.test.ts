import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { cannotHaveBeenOn, endOfYes, lastYes, takenBack } from './agreed.ts';

const care = (consent: string) => ({ for: 'care-management', consent });
const said = (seq: number, on: string, kind: string, data: Fact['data'] = { for: 'care-management' }): Fact =>
  ({ seq, on, kind, data, category: 'general', recordedAt: '2026-10-12T12:00:00Z' }) as Fact;
const given = (seq: number, on: string, consent = 'a') => said(seq, on, 'consent.given', care(consent));
const revoked = (seq: number, on: string, consent = 'a') => said(seq, on, 'consent.revoked', care(consent));
const history = [given(1, '2026-10-01', 'a'), revoked(2, '2026-10-05', 'a'), given(3, '2026-10-09', 'b')] as const;
const twice = [given(1, '2026-10-05', 'a'), revoked(2, '2026-10-05', 'a'), given(3, '2026-10-05', 'b')] as const;

test.each([
  ['nobody ever said yes', [], null],
  ['a yes stands', [given(1, '2026-10-01')], null],
  ['it was taken back', [given(1, '2026-10-01'), revoked(2, '2026-10-05')], 2],
  ['somebody said yes again', [given(1, '2026-10-01'), revoked(2, '2026-10-05'), given(3, '2026-10-06')], null],
  ['yes again on the same day', [given(1, '2026-10-01'), revoked(2, '2026-10-05'), given(3, '2026-10-05')], null],
  ['a later yes learnt of first', [given(1, '2026-10-01'), given(2, '2026-10-09'), revoked(3, '2026-10-05')], null],
  [
    'a consent to something else was taken back',
    [given(1, '2026-10-01'), said(2, '2026-10-05', 'consent.revoked', { for: 'school' })],
    null,
  ],
] as const)('%s', (_, facts, seq) => {
  expect(takenBack(facts)?.seq ?? null).toBe(seq);
});

test.each([
  ['taken back itself', [given(1, '2026-10-01', 'a'), revoked(2, '2026-10-05', 'a')], 2],
  ['taken back itself, a yes of the same day later', twice, 2],
  [
    'an older yes that stood beside the one taken back',
    [given(1, '2026-10-01', 'a'), given(2, '2026-10-01', 'b'), revoked(3, '2026-10-05', 'b')],
    3,
  ],
  [
    'said again on the same day as it was taken back',
    [given(3, '2026-10-05', 'a'), revoked(2, '2026-10-05', 'b')],
    null,
  ],
  ['an older row without an entry', [revoked(2, '2026-10-05', 'b')], 2],
  ['a yes that stands', [given(1, '2026-10-01', 'a'), revoked(2, '2026-09-05', 'b')], null],
] as const)('one yes among others: %s', (_, facts, seq) => {
  expect(endOfYes(facts, { id: 'a', on: '2026-10-01' })?.seq ?? null).toBe(seq);
});

test('of two yeses of one day the later in the history is the last, also when it was given another day first', () => {
  const moved = { ...given(3, '2026-10-01', 'a'), supersedes: 1 };
  expect(lastYes([given(1, '2026-10-02', 'a'), given(2, '2026-10-01', 'b'), moved])?.data['consent']).toBe('b');
});

describe('a day set right', () => {
  test.each([
    ['a taking back to the day of its yes', 2, '2026-10-01', null],
    ['a taking back to before its yes', 2, '2026-09-30', 'before-it-was-given'],
    ['a taking back to the day of the yes again', 2, '2026-10-09', null],
    ['a taking back past the yes again', 2, '2026-10-10', 'after-yes-again'],
    ['a yes to the day it was taken back', 1, '2026-10-05', null],
    ['a yes past its taking back', 1, '2026-10-06', 'after-it-was-taken-back'],
    ['a yes again to the day of the taking back', 3, '2026-10-05', null],
    ['a yes again to before the taking back it answers to', 3, '2026-10-04', 'before-it-was-taken-back'],
    ['a yes again that stands, to a later day', 3, '2026-10-20', null],
  ] as const)('%s', (_, seq, instead, code) => {
    const [yes, no, again] = history;
    expect(cannotHaveBeenOn(history, [yes, no, again][seq - 1] ?? yes, instead)).toBe(code);
  });

  test('keeps its place in the history: set right a second time it is held to the same yes', () => {
    const moved = { ...revoked(4, '2026-10-06', 'a'), supersedes: 2 };
    const all = [...history, moved];
    expect(cannotHaveBeenOn(all, moved, '2026-10-10')).toBe('after-yes-again');
    expect(cannotHaveBeenOn(all, moved, '2026-10-09')).toBeNull();
  });

  test('one that passed its yes before this was asked can be set right again', () => {
    const wrong = { ...revoked(4, '2026-10-12', 'a'), supersedes: 2 };
    expect(takenBack([...history, wrong])?.on).toBe('2026-10-12');
    expect(cannotHaveBeenOn([...history, wrong], wrong, '2026-10-06')).toBeNull();
  });

  test('a taking back of which no yes stands any more has no day it could have been on', () => {
    expect(cannotHaveBeenOn([revoked(2, '2026-10-05', 'a')], revoked(2, '2026-10-05', 'a'), '2026-10-06')).toBe(
      'before-it-was-given',
    );
  });

  test('of a consent to something else is nobody’s business here', () => {
    const school = said(2, '2026-10-05', 'consent.revoked', { for: 'school' });
    expect(cannotHaveBeenOn([school], school, '2026-10-06')).toBeNull();
  });
});
