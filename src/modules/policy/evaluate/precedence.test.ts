import { describe, expect, test } from 'vitest';
import { compiledFrom } from '../testing/read-policies.ts';
import { fact, lineOf, type SmallClause, smallPack } from '../testing/small-pack.ts';
import { evaluate } from './evaluate.ts';

const rule = (id: string, more: string, when = 'stay.started') => `
- duty: ${id}
  when: ${when}
  owes: [x]
  due: within 30 calendar days
  met by: plan.submitted
${more}`;

const stay = fact(1, '2026-09-13', 'stay.started', { stay: 's1', setting: 'group-home' });
const standings = (...clauses: readonly SmallClause[]) =>
  evaluate(compiledFrom(smallPack(...clauses)), [stay]).duties.map((duty) =>
    [duty.rule, lineOf(duty), duty.yieldsTo].filter((part) => part !== null).join(' '),
  );
const OPEN = 'open 2026-10-13';
const OUTRANKED = 'void (outranked) 2026-10-13';
const topic = '  topic: plan';

describe('of two rules on one topic', () => {
  test.each([
    ['federal', 'state'],
    ['state', 'contract'],
    ['contract', 'policy'],
    ['policy', 'practice'],
  ])('%s is owed before %s, whichever is written first', (strong, weak) => {
    const [one, two] = [
      { authority: strong, rules: rule('strong', topic) },
      { authority: weak, rules: rule('weak', topic) },
    ];
    expect(standings(one, two)).toEqual([`strong ${OPEN}`, `weak ${OUTRANKED} strong`]);
    expect(standings(two, one)).toEqual([`weak ${OUTRANKED} strong`, `strong ${OPEN}`]);
  });

  test('of one authority, the one with a condition', () => {
    const narrow = rule('z', `${topic}\n  if: { lacks: plan.submitted }`);
    expect(standings({ rules: rule('a', topic) }, { rules: narrow })).toEqual([`a ${OUTRANKED} z`, `z ${OPEN}`]);
  });

  test('of one authority, the one that asks more of the fact', () => {
    const narrow = rule('z', topic, '{ stay.started: { setting: group-home } }');
    expect(standings({ rules: rule('a', topic) }, { rules: narrow })).toEqual([`a ${OUTRANKED} z`, `z ${OPEN}`]);
  });

  test('alike in everything, the first by name', () => {
    expect(standings({ rules: rule('b', topic) }, { rules: rule('a', topic) })).toEqual([
      `b ${OUTRANKED} a`,
      `a ${OPEN}`,
    ]);
  });

  test('of three, one is owed', () => {
    expect(
      standings(
        { authority: 'policy', rules: rule('a', topic) },
        { authority: 'federal', rules: rule('b', topic) },
        { authority: 'state', rules: rule('c', topic) },
      ),
    ).toEqual([`a ${OUTRANKED} b`, `b ${OPEN}`, `c ${OUTRANKED} b`]);
  });
});

test.each([
  ['other topics', '  topic: review'],
  ['no topic', ''],
])('rules on %s are both owed', (_title, other) => {
  expect(standings({ rules: rule('a', topic) }, { rules: rule('b', other) })).toEqual([`a ${OPEN}`, `b ${OPEN}`]);
});

test('on one topic, but hanging on other facts, both are owed', () => {
  const compiled = compiledFrom(
    smallPack({ rules: rule('a', topic) }, { rules: rule('b', topic, 'enrolment.started') }),
  );
  const { duties } = evaluate(compiled, [stay, fact(2, '2026-09-13', 'enrolment.started')]);
  expect(duties.map((duty) => duty.state)).toEqual(['open', 'open']);
});

test('of several versions of a clause the one in force on the day has its say', () => {
  const first = { id: 'c', authority: 'federal', to: '2026-09-30', rules: rule('versioned', topic) };
  const second = { id: 'c', authority: 'practice', from: '2026-10-01', rules: rule('versioned', topic) };
  const other = { authority: 'state', rules: rule('other', topic) };
  expect(standings(first, second, other)).toEqual([`versioned ${OPEN}`, `other ${OUTRANKED} versioned`]);
});

test('what is void already outranks nothing', () => {
  const gone = { authority: 'federal', rules: rule('a', `${topic}\n  void if: discharge.requested`) };
  const compiled = compiledFrom(smallPack(gone, { rules: rule('b', topic) }));
  const asked = fact(2, '2026-09-20', 'discharge.requested', { by: 'parent' });
  expect(evaluate(compiled, [stay, asked]).duties.map(lineOf)).toEqual(['void (voided) 2026-10-13', OPEN]);
});
