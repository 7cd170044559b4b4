import { expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { takenBack } from './agreed.ts';

const said = (seq: number, on: string, kind: string, data: Fact['data'] = { for: 'care-management' }): Fact =>
  ({ seq, on, kind, data, category: 'general', recordedAt: '2026-10-12T12:00:00Z' }) as Fact;
const given = (seq: number, on: string) => said(seq, on, 'consent.given');
const revoked = (seq: number, on: string) => said(seq, on, 'consent.revoked');

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
