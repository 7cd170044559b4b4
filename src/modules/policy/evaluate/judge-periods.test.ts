import { expect, test } from 'vitest';
import { fact, small } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

test('a duty of each period names the days that excuse it, and not the facts that made them', () => {
  const compiled = small(`
- term: away
  span: { from: stay.started, to: stay.ended }
- duty: call
  when: enrolment.started
  owes: [x]
  met by: contact.made
  repeats: each week
  not owed during: away`);
  const stay = { stay: 's1', setting: 'substance-use-residential' };
  const [duty] = evaluate(compiled, [
    fact(1, '2026-09-13', 'enrolment.started'),
    fact(2, '2026-09-20', 'stay.started', stay, { category: 'substance-use' }),
    fact(3, '2026-09-25', 'stay.ended', stay, { category: 'substance-use' }),
  ]).duties;
  expect(duty?.pattern?.excused.map((one) => Object.keys(one).sort())).toEqual([['from', 'to']]);
});
