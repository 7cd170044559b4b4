import { describe, expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { compiledFrom, filesIn, newJersey } from '../testing/read-policies.ts';
import { fact } from '../testing/small-pack.ts';
import { explainDuty } from './explain-duty.ts';
import { word } from './word.ts';

const nj = newJersey();
const start = fact(1, '2026-09-13', 'enrolment.started');

function sentences(
  facts: Parameters<typeof explainDuty>[1],
  key: string,
  language: 'en' | 'es' = 'en',
  compiled = nj,
): string[] {
  const explanation = explainDuty(compiled, facts, key);
  return explanation === null ? [] : word(explanation, language);
}

test('the answer comes first, with the clause', () => {
  const [first] = sentences([start], 'nj.first-isp#1');
  expect(first).toBe(
    'Due Tuesday 13 October 2026: 30 calendar days after enrolment on 13 September 2026 (NJCMO, Youth substance use; MonmouthCares, Care management).',
  );
});

test('and in Spanish', () => {
  const [first] = sentences([start], 'nj.first-isp#1', 'es');
  expect(first).toContain(
    'Fecha límite: martes 13 de octubre de 2026, 30 días calendario después de la inscripción, el 13 de septiembre de 2026',
  );
});

test('a duty nobody has is not explained', () => {
  expect(explainDuty(nj, [start], 'nj.first-isp#7')).toBeNull();
});

describe('near misses', () => {
  const assigned = fact(1, '2026-09-14', 'referral.assigned', { agency: 'union' });
  test.each([
    [{ with: ['provider'], how: 'telephone' }, 'wrong-person'],
    [{ with: ['caregiver'], how: 'letter' }, 'other-way'],
  ])('%j is a near miss: %s', (data, why) => {
    const explanation = explainDuty(nj, [assigned, fact(2, '2026-09-15', 'contact.made', data)], 'nj.first-contact#1');
    expect(explanation?.reasons.find((one) => one.code === 'near-miss')).toMatchObject({ seq: 2, why });
  });

  test('trying is not reaching', () => {
    const attempted = fact(2, '2026-09-15', 'contact.attempted', { with: ['caregiver'], how: 'telephone' });
    expect(sentences([assigned, attempted], 'nj.first-contact#1')).toContain(
      'Tried on Tuesday 15 September 2026, by telephone: nobody was reached, so it does not count.',
    );
  });

  test('a review of another stay is about something else', () => {
    const facts = [
      fact(1, '2026-01-10', 'stay.started', { stay: 's1', setting: 'group-home' }),
      fact(3, '2025-12-01', 'enrolment.started'),
      fact(2, '2026-02-10', 'joint-care-review.received', { stay: 's2' }),
    ];
    expect(sentences(facts, 'nj.joint-care-review#1').join(' ')).toContain('it was about something else');
  });
});

test('days that were not counted are named, and those sources disagree about', () => {
  const certified = fact(1, '2026-11-25', 'presumptive.certified');
  const assigned = fact(2, '2026-11-20', 'referral.assigned', { agency: 'union' });
  const text = sentences([certified, assigned], 'nj.presumptive-certificate#1').join('\n');
  expect(text).toContain('Thursday 26 November 2026 was not counted: Thanksgiving Day.');
  expect(text).toContain('Sources disagree whether offices work on 27 November 2026 (Day after Thanksgiving)');
  expect(text).toContain('It is late only after 1 December 2026');
});

test('a number the agency set is shown beside its default', () => {
  const own = newJersey({ 'nj.first-isp/days': 25 });
  expect(sentences([start], 'nj.first-isp#1', 'en', own).join('\n')).toContain(
    'nj.first-isp/days is 25, set by the agency; the default is 30',
  );
});

test('corrections, impossibility and targets are said', () => {
  const moved = fact(2, '2026-09-15', 'enrolment.started', {}, { supersedes: 1 });
  expect(sentences([start, moved], 'nj.first-isp#1')).toContain(
    'It was first recorded as 13 September 2026 and then corrected.',
  );
  const late = fact(1, '2026-09-13', 'enrolment.started', {}, { recordedAt: '2026-12-01T12:00:00Z' });
  expect(sentences([late], 'nj.first-isp#1').join('\n')).toContain('It is not a violation.');
  expect(sentences([start], 'nj.family-support-offer#1').join('\n')).toContain('A target, never a violation');
});

test('what ended with the enrolment is said to have been missed', () => {
  const ended = fact(2, '2026-12-01', 'enrolment.ended', { ground: 'transferred' });
  expect(sentences([start, ended], 'nj.first-isp#1')).toContain(
    'Missed, and ended on 1 December 2026: it ended with the enrolment. Nobody owes it any more; it stays in the history.',
  );
  expect(sentences([start, ended], 'nj.first-isp#1', 'es').join(' ')).toContain('terminó con la inscripción');
  const early = fact(2, '2026-09-30', 'enrolment.ended', { ground: 'transferred' });
  expect(sentences([start, early], 'nj.first-isp#1')).toContain('Not owed: care management ended before it was due.');
});

test('a period and what is still open are worded', () => {
  expect(sentences([start], 'nj.monthly-visit#1#2026-10')[0]).toBe(
    'Due Saturday 31 October 2026: for October 2026, in each period after enrolment on 13 September 2026 (Family pages of two CMOs (Union, Monmouth)).',
  );
  const pa = compiledFrom(filesIn('src/modules/policy/fixtures/pa-cm040-hard'));
  const facts = [
    fact(1, '2024-11-22', 'stay.ended', { stay: 'h', setting: 'inpatient' }),
    fact(2, '2024-11-25', 'contact.made', { with: ['youth'], how: 'telephone', settles: ['aftercare'] }),
    fact(3, '2024-10-01', 'enrolment.started'),
  ];
  expect(sentences(facts, 'cm040-1.2.2.1#1', 'en', pa)).toContain('Still open: medication, appointments.');
});

test('on a day it is the period its list names, with those missed before', () => {
  const seen = fact(2, '2026-11-12', 'contact.made', { with: ['youth'], how: 'in-person' });
  const on = (today: string, facts = [start]) =>
    word(explainDuty(nj, facts, 'nj.monthly-visit#1#2026-10', day(today)) ?? raise(), 'en');
  expect(on('2026-10-20').join(' ')).not.toContain('Missed before');
  expect(on('2026-12-05', [start, seen])[0]).toContain('Due Thursday 31 December 2026: for December 2026,');
  expect(on('2026-12-05', [start, seen])).toContain('Missed before, and past doing: October 2026.');
  const weekly = explainDuty(nj, [start], 'nj.weekly-call#1#2026-W38', day('2026-09-30')) ?? raise();
  expect(word(weekly, 'en')).toContain(
    'Missed before, and past doing: the week of 14 September 2026; the week of 21 September 2026.',
  );
  expect(word(weekly, 'es')[0]).toContain('la semana del 28 de septiembre de 2026');
});

const raise = (): never => {
  throw new Error('there is no such duty');
};
