import { describe, expect, test } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import { duty, explained, MET_BY_PLAN, sent, start } from '../testing/explained.ts';
import { wordDay, wordWeekday } from './day-words.ts';
import { wordsOfKind } from './kind-words.ts';
import type { Reason } from './reason.ts';
import { word } from './word.ts';

describe('in words', () => {
  test.each([
    ['2026-01-05', '5 January 2026', '5 de enero de 2026', 'Monday 5 January 2026', 'lunes 5 de enero de 2026'],
    [
      '2026-12-06',
      '6 December 2026',
      '6 de diciembre de 2026',
      'Sunday 6 December 2026',
      'domingo 6 de diciembre de 2026',
    ],
  ])('%s', (on, english, spanish, englishWeekday, spanishWeekday) => {
    const value = day(on);
    expect([wordDay(value, 'en'), wordDay(value, 'es')]).toEqual([english, spanish]);
    expect([wordWeekday(value, 'en'), wordWeekday(value, 'es')]).toEqual([englishWeekday, spanishWeekday]);
  });

  test('a kind of fact nobody has named is spelled out', () => {
    expect(wordsOfKind('enrolment.started', 'es')).toBe('la inscripción');
    expect(wordsOfKind('joint-care-review.received', 'en')).toBe('joint care review received');
  });

  test('the answer, what the clause says, and then each step', () => {
    const late = duty(`${MET_BY_PLAN}\n  late after: within 40 calendar days`);
    expect(word(explained(late, [start, sent(2, '2026-10-30')]), 'en')).toEqual([
      'Due Wednesday 14 October 2026: 30 calendar days after enrolment on 14 September 2026 (Section clause-1).',
      'Says clause-1.',
      'It is late only after 24 October 2026, the last day under any reading.',
      'Done on 30 October 2026, late.',
    ]);
    expect(word(explained(duty(MET_BY_PLAN), [start, sent(2, '2026-09-30')]), 'es')[1]).toBe('Dice clause-1.');
  });

  test.each<[reason: Reason, sentence: string]>([
    [{ code: 'item', item: 'school', on: null }, 'This one is for school.'],
    [{ code: 'met', seqs: [2], on: day('2026-09-30'), late: false }, 'Done on 30 September 2026, on time.'],
    [{ code: 'paused', from: day('2026-09-20'), to: null }, 'The count has stood still since 20 September 2026.'],
    [
      { code: 'paused', from: day('2026-09-20'), to: day('2026-09-25') },
      'The count stood still from 20 September 2026 until 25 September 2026.',
    ],
    [{ code: 'not-preferred' }, 'Done, though not in the way the rule prefers.'],
    [{ code: 'outranked', by: 'strong' }, 'A stronger rule takes its place: strong.'],
    [{ code: 'decided', kind: 'exempted', seq: 2 }, 'Somebody decided: it need not be done.'],
    [{ code: 'ends', until: day('2026-12-01') }, 'Nobody owes it any more from 1 December 2026.'],
    [
      { code: 'calendar-unknown', from: day('2094-09-16') },
      'The calendar of holidays does not reach to 16 September 2094; only weekends were left out.',
    ],
    [
      {
        code: 'near-miss',
        seq: 2,
        kind: 'contact.made',
        on: day('2026-09-20'),
        how: null,
        why: 'too-late',
        field: null,
      },
      'contact on Sunday 20 September 2026 does not count: it came after the time that counts.',
    ],
    [
      {
        code: 'reading',
        reading: { question: 'Does day zero count?', default: 'No.', otherwise: 'It does.' },
      },
      'Does day zero count? No.',
    ],
  ])('%o', (reason, sentence) => {
    expect(word({ ...explained(duty(MET_BY_PLAN), [start]), reasons: [reason] }, 'en')[2]).toBe(sentence);
  });

  test('without a deadline there is only the day', () => {
    expect(word({ ...explained(duty(MET_BY_PLAN), [start]), reasons: [] }, 'en')[0]).toBe(
      'Due Wednesday 14 October 2026 (Section clause-1).',
    );
  });
});
