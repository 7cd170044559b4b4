import { describe, expect, test } from 'vitest';
import { isoDay } from '#shared/calendar-day.ts';
import { situate } from '../evaluate/situation.ts';
import { fact, linesOf, small } from '../testing/small-pack.ts';
import { intervalsOf } from './span.ts';

const STAYS = '- term: away\n  span: { from: stay.started, to: stay.ended, of the same: stay }';
const ENROLLED = '- term: away\n  span: { from: enrolment.started, to: enrolment.ended }';
const LAST_DAY = '- term: away\n  span: { from: enrolment.started, to: enrolment.ended, last day counts: yes }';

type Written = readonly [on: string, kind: string, stay?: string | undefined, at?: string];

function awayIn(rules: string, ...written: readonly Written[]): string[] {
  const compiled = small(rules);
  const facts = written.map(([on, kind, stay, at], index) =>
    fact(
      index + 1,
      on,
      kind,
      stay === undefined ? {} : { stay, setting: 'group-home' },
      at === undefined ? {} : { at },
    ),
  );
  const span = compiled.spans.get('away');
  if (span === undefined) throw new Error('the pack has no span "away"');
  return intervalsOf(situate(compiled, facts), span).map(
    ({ from, to }) => `${isoDay(from)} to ${to === null ? 'now' : isoDay(to)}`,
  );
}

describe('stretches between facts', () => {
  const cases: readonly (readonly [string, string, readonly Written[], readonly string[]])[] = [
    [
      'an end closes the stay it names, whatever began meanwhile',
      STAYS,
      [
        ['2026-01-05', 'stay.started', 's1'],
        ['2026-01-10', 'stay.started', 's2'],
        ['2026-01-20', 'stay.ended', 's1'],
      ],
      ['2026-01-05 to 2026-01-20', '2026-01-10 to now'],
    ],
    [
      'a stay that ended and began again on one day goes on, though another stay began in between',
      STAYS,
      [
        ['2026-01-05', 'stay.started', 's1'],
        ['2026-01-10', 'stay.started', 's2'],
        ['2026-01-20', 'stay.ended', 's1'],
        ['2026-01-20', 'stay.started', 's1'],
      ],
      ['2026-01-05 to 2026-01-20', '2026-01-10 to now', '2026-01-20 to now'],
    ],
    [
      'a stay said twice to have begun is one stay',
      STAYS,
      [
        ['2026-01-05', 'stay.started', 's1'],
        ['2026-01-07', 'stay.started', 's1'],
        ['2026-01-20', 'stay.ended', 's1'],
      ],
      ['2026-01-05 to 2026-01-20'],
    ],
    [
      'begun again on a last day that still counts',
      LAST_DAY,
      [
        ['2026-01-05', 'enrolment.started'],
        ['2026-01-20', 'enrolment.ended'],
        ['2026-01-20', 'enrolment.started'],
      ],
      ['2026-01-05 to 2026-01-21', '2026-01-20 to now'],
    ],
    [
      'an end in the morning is not the end of what began that afternoon',
      ENROLLED,
      [
        ['2026-01-20', 'enrolment.ended', undefined, '2026-01-20T14:00:00Z'],
        ['2026-01-20', 'enrolment.started', undefined, '2026-01-20T19:00:00Z'],
        ['2026-02-03', 'enrolment.ended', undefined, '2026-02-03T19:00:00Z'],
      ],
      ['2026-01-20 to 2026-02-03'],
    ],
    [
      'begun and ended on one day, at hours nobody wrote down',
      ENROLLED,
      [
        ['2026-01-20', 'enrolment.started'],
        ['2026-01-20', 'enrolment.ended'],
      ],
      ['2026-01-20 to 2026-01-20'],
    ],
  ];
  test.each(cases)('%s', (_title, rules, written, expected) => {
    expect(awayIn(rules, ...written)).toEqual(expected);
  });

  test('days on which two stays pause a count push its deadline once', () => {
    const compiled = small(`${STAYS}
- duty: d
  when: enrolment.started
  owes: [care-manager]
  due: within 30 calendar days
  stops during: away
  met by: plan.submitted`);
    const facts = [
      fact(1, '2026-01-01', 'enrolment.started'),
      fact(2, '2026-01-05', 'stay.started', { stay: 's1', setting: 'group-home' }),
      fact(3, '2026-01-07', 'stay.started', { stay: 's2', setting: 'group-home' }),
      fact(4, '2026-01-15', 'stay.ended', { stay: 's1', setting: 'group-home' }),
      fact(5, '2026-01-17', 'stay.ended', { stay: 's2', setting: 'group-home' }),
    ];
    expect(linesOf(compiled, facts, 'd')).toEqual(['open 2026-02-12']);
  });
});
