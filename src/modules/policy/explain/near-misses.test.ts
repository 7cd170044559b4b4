import { describe, expect, test } from 'vitest';
import type { Fact } from '#modules/facts/model.ts';
import { duty, explained, sent, start } from '../testing/explained.ts';
import { fact } from '../testing/small-pack.ts';

describe('what looks right and does not count', () => {
  const rules = `${duty('  met by: { contact.made: { with: caregiver, how: telephone } }\n  counts until: due')}`;
  const contact = (seq: number, on: string, who: string, how: string) =>
    fact(seq, on, 'contact.made', { with: [who], how });
  const misses = (text: string, facts: readonly Fact[], key?: string) =>
    explained(text, facts, key).reasons.flatMap((one) =>
      one.code === 'near-miss' ? [`${one.seq} ${one.why} ${one.field} ${one.how}`] : [],
    );

  test.each<[situation: string, facts: readonly Fact[], misses: readonly string[]]>([
    ['with somebody else', [contact(2, '2026-09-20', 'school', 'telephone')], ['2 wrong-person with telephone']],
    ['in another way', [contact(2, '2026-09-20', 'caregiver', 'letter')], ['2 other-way how letter']],
    ['both: the first that is wrong', [contact(2, '2026-09-20', 'school', 'letter')], ['2 wrong-person with letter']],
    ['a month before', [contact(2, '2026-08-15', 'caregiver', 'telephone')], ['2 too-early null telephone']],
    ['longer before', [contact(2, '2026-08-14', 'caregiver', 'telephone')], []],
    ['before, and with somebody else', [contact(2, '2026-09-13', 'school', 'telephone')], []],
    ['after the last day', [contact(2, '2026-10-15', 'caregiver', 'telephone')], ['2 too-late null telephone']],
    [
      'tried',
      [fact(2, '2026-09-14', 'contact.attempted', { with: ['caregiver'], how: 'letter' })],
      ['2 attempted null letter'],
    ],
    ['tried before', [fact(2, '2026-09-13', 'contact.attempted', { with: ['caregiver'], how: 'letter' })], []],
    ['something else altogether', [sent(2, '2026-09-20')], []],
    [
      'the latest five of six',
      [3, 4, 5, 6, 7, 8].map((seq) => contact(seq, `2026-09-2${seq}`, 'school', 'letter')),
      [4, 5, 6, 7, 8].map((seq) => `${seq} wrong-person with letter`),
    ],
  ])('%s', (_situation, facts, expected) => {
    const both = `${rules}\n- term: tried\n  facts: [contact.attempted, plan.submitted]`;
    const asked = `${both}\n${duty('  met by: tried').replace('duty: d', 'duty: e').trim()}`;
    expect(misses(asked, [start, ...facts])).toEqual(expected);
  });

  test('of several kinds the latest five are told, in the order they happened', () => {
    const tried = (seq: number, on: string) =>
      fact(seq, on, 'contact.attempted', { with: ['caregiver'], how: 'letter' });
    const both = `${rules}\n- term: tried\n  facts: [contact.attempted]\n${duty('  met by: tried').replace('duty: d', 'duty: e').trim()}`;
    const facts = [3, 5, 7].flatMap((seq) => [
      tried(seq, `2026-09-2${seq}`),
      contact(seq + 1, `2026-09-2${seq + 1}`, 'school', 'letter'),
    ]);
    expect(misses(both, [start, ...facts]).map((line) => line.split(' ')[0])).toEqual(['4', '5', '6', '7', '8']);
  });

  test('of another sort, and about another stay', () => {
    const other = duty('  met by: { plan.submitted: { kind: review } }');
    expect(misses(other, [start, sent(2, '2026-09-20')])).toEqual(['2 other-content kind null']);
    const review = duty(
      '  met by: { joint-care-review.received: { stay: the same } }',
      'due: within 30 calendar days',
      'stay.started',
    );
    const facts = [
      fact(1, '2026-09-14', 'stay.started', { stay: 's1', setting: 'group-home' }),
      fact(2, '2026-09-20', 'joint-care-review.received', { stay: 's2' }),
    ];
    expect(misses(review, facts)).toEqual(['2 about-something-else null null']);
  });

  test('before the day that the item brings is too early', () => {
    const each = `  for each: { of: appointments, named: appointment, on: on }\n  met by: { plan.submitted: { kind: review } }`;
    const rules = duty(each, 'due: within 10 calendar days', '{ contact.made: { appointments: { known: yes } } }');
    const appointments = [{ appointment: 'a1', on: '2026-09-30' }];
    const told = fact(1, '2026-09-14', 'contact.made', { with: ['youth'], how: 'telephone', appointments });
    expect(misses(rules, [told, sent(2, '2026-09-20', 'review')], 'd#1#a1')).toEqual(['2 too-early null null']);
    expect(misses(rules, [told, sent(2, '2026-09-20')], 'd#1#a1')).toEqual([]);
  });

  test('a term is looked into', () => {
    const named = `${duty('  met by: called')}\n- term: called\n  facts: { contact.made: { how: telephone } }`;
    expect(misses(named, [start, contact(2, '2026-09-20', 'youth', 'letter')])).toEqual(['2 other-way how letter']);
  });

  test('what was met, void or missed needs none', () => {
    const miss = contact(2, '2026-09-20', 'school', 'telephone');
    expect(misses(rules, [start, miss, contact(3, '2026-09-21', 'caregiver', 'telephone')])).toEqual([]);
    const ending = `${rules}\n  void if: discharge.requested`;
    const asked = (on: string) => fact(4, on, 'discharge.requested', { by: 'parent' });
    expect(misses(ending, [start, miss, asked('2026-09-30')])).toEqual([]);
    expect(misses(ending, [start, miss, asked('2026-11-30')])).toEqual([]);
  });

  test('of one week only what happened since its first day', () => {
    const weekly = duty('  met by: { contact.made: { with: caregiver } }\n  repeats: each week', '').replace(
      /\n {2}\n/,
      '\n',
    );
    const facts = [
      start,
      contact(2, '2026-09-15', 'caregiver', 'telephone'),
      contact(3, '2026-09-20', 'school', 'telephone'),
      contact(4, '2026-09-21', 'school', 'telephone'),
    ];
    expect(misses(weekly, facts, 'd#1#2026-W39')).toEqual(['4 wrong-person with telephone']);
  });
});
