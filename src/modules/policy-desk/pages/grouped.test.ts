import { describe, expect, it } from 'vitest';
import type { Clause } from './clause-card.tsx';
import { grouped, hasWords } from './grouped.ts';

const clause = (id: string, group: string): Clause => ({
  ...{ id, group, cite: 'N.J.A.C. 10:73-3.22', source: 'A page', authority: 'state', force: 'must' },
  ...{ confidence: 'high', from: '2006-01-01', to: null, readings: [], rules: [], parameters: [] },
  title: { en: 'Families and care managers', es: 'Familias y administradores' },
  says: { en: 'At most ten families.', es: 'Como máximo diez familias.' },
});

describe('clauses', () => {
  it.each([
    ['', true],
    ['10:73', true],
    ['FAMILIES ten', true],
    ['diez', true],
    ['ten visits', false],
  ])('are found by “%s”: %s', (typed, found) => expect(hasWords(clause('nj.ratios', 'agency'), typed)).toBe(found));

  it('stand in the order a family meets them, what is unknown last', () => {
    const parts = grouped(
      ['agency', 'new-part', 'plan', 'referral', 'plan'].map((group, at) => clause(`c${at}`, group)),
    );
    expect(parts.map(({ id, clauses }) => [id, clauses.length])).toEqual([
      ['referral', 1],
      ['plan', 2],
      ['agency', 1],
      ['new-part', 1],
    ]);
  });
});
