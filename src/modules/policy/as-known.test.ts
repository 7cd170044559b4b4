import { expect, test } from 'vitest';
import { evaluateAsKnown, type History } from './as-known.ts';
import { ALL_KINDS } from './testing/kinds.ts';
import { allCalendars, packFrom, sha256 } from './testing/read-policies.ts';
import { fact, lineOf, smallPack } from './testing/small-pack.ts';

const rule = (days: number) => ({
  id: 'c',
  rules: `- duty: d\n  when: enrolment.started\n  owes: [x]\n  due: within {days} calendar days\n  met by: plan.submitted`,
  parameters: `days: { is: ${days}, source: s, confidence: high }`,
});

const history: History = {
  packs: [
    { recordedAt: '2026-01-01T00:00:00Z', value: packFrom(smallPack(rule(30))) },
    { recordedAt: '2026-10-01T00:00:00Z', value: packFrom(smallPack(rule(20))) },
  ],
  overrides: [{ recordedAt: '2026-11-01T00:00:00Z', value: { 'c/days': 10 } }],
  calendars: allCalendars().map((value) => ({ recordedAt: '2026-01-01T00:00:00Z', value })),
  factKinds: ALL_KINDS,
  sha256,
};
const facts = [
  fact(1, '2026-09-13', 'enrolment.started'),
  fact(2, '2026-09-20', 'enrolment.started', {}, { supersedes: 1, recordedAt: '2026-12-01T12:00:00Z' }),
];

test.each([
  ['2026-09-01T00:00:00Z', []],
  ['2026-09-20T00:00:00Z', ['open 2026-10-13']],
  ['2026-10-02T00:00:00Z', ['open 2026-10-03']],
  ['2026-11-02T00:00:00Z', ['open 2026-09-23']],
  ['2026-12-02T00:00:00Z', ['open 2026-09-30']],
])('as known at %s', (knownAt, expected) => {
  const outcome = evaluateAsKnown(history, facts, knownAt);
  expect(outcome.ok && outcome.value.duties.map(lineOf)).toEqual(expected);
});

test('the outcome names what it rests on', () => {
  const at = (knownAt: string) => {
    const outcome = evaluateAsKnown(history, facts, knownAt);
    return outcome.ok ? outcome.value.hashes : null;
  };
  const [early, late] = [at('2026-09-20T00:00:00Z'), at('2026-11-02T00:00:00Z')];
  expect(early?.pack).not.toBe(late?.pack);
  expect(early?.parameters).not.toBe(late?.parameters);
  expect(early?.calendars).toBe(late?.calendars);
  expect(late?.pack).toMatch(/^[0-9a-f]{64}$/);
});

test('before any pack there is nothing to say', () => {
  expect(evaluateAsKnown(history, facts, '2025-01-01T00:00:00Z')).toEqual({
    ok: false,
    error: [{ file: 'history', line: 1, reason: 'no pack was recorded by 2025-01-01T00:00:00Z' }],
  });
});

test('what was recorded at the very instant was known then', () => {
  const at = (knownAt: string) => {
    const outcome = evaluateAsKnown(history, facts, knownAt);
    return outcome.ok ? outcome.value.duties.map(lineOf) : outcome.error;
  };
  expect(at('2026-10-01T00:00:00Z')).toEqual(['open 2026-10-03']);
  expect(at('2026-09-13T17:00:00Z')).toEqual(['open 2026-10-13']);
});

test('of what was recorded over time the last counts, in whatever order it is handed over', () => {
  const backwards = { ...history, packs: [...history.packs].reverse() };
  const outcome = evaluateAsKnown(backwards, facts, '2026-10-02T00:00:00Z');
  expect(outcome.ok && outcome.value.duties.map(lineOf)).toEqual(['open 2026-10-03']);
});

test('of two recorded at one instant the later in the list counts', () => {
  const [first, second] = history.packs;
  const both = [first, second].flatMap((one) => (one ? [{ ...one, recordedAt: '2026-01-01T00:00:00Z' }] : []));
  const outcome = evaluateAsKnown({ ...history, packs: both }, facts, '2026-09-20T00:00:00Z');
  expect(outcome.ok && outcome.value.duties.map(lineOf)).toEqual(['open 2026-10-03']);
});

test('a calendar recorded later changes what was known before it in nothing', () => {
  const [calendar] = history.calendars.filter((one) => one.value.id === 'new-jersey-state-offices');
  if (calendar === undefined) throw new Error('no calendar');
  const changed = { recordedAt: '2026-12-15T00:00:00Z', value: { ...calendar.value, sourceText: 'changed' } };
  const later = { ...history, calendars: [...history.calendars, changed] };
  const calendars = (known: History, knownAt: string) => {
    const outcome = evaluateAsKnown(known, facts, knownAt);
    return outcome.ok ? outcome.value.hashes.calendars : null;
  };
  expect(calendars(later, '2026-12-01T00:00:00Z')).toBe(calendars(history, '2026-12-01T00:00:00Z'));
  expect(calendars(later, '2026-12-16T00:00:00Z')).toBe(sha256('changed'));
});

test('every calendar recorded by then is there, however many', () => {
  const others = ['another', 'a third'].flatMap((id) =>
    history.calendars.slice(0, 1).map((one) => ({ ...one, value: { ...one.value, id } })),
  );
  const outcome = evaluateAsKnown(
    { ...history, calendars: [...history.calendars, ...others] },
    facts,
    '2026-09-20T00:00:00Z',
  );
  expect(outcome.ok && outcome.value.duties.map(lineOf)).toEqual(['open 2026-10-13']);
});

test('a calendar that was recorded only later is not there', () => {
  const later = history.calendars.map((one) => ({ ...one, recordedAt: '2026-10-01T00:00:00Z' }));
  expect(evaluateAsKnown({ ...history, calendars: later }, facts, '2026-09-20T00:00:00Z')).toMatchObject({
    ok: false,
    error: [{ reason: 'calendar "new-jersey-state-offices" is not loaded' }],
  });
});
