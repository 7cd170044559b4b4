import { describe, expect, test } from 'vitest';
import { compile } from './compile/compiled.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { ALL_KINDS } from './testing/kinds.ts';
import { allCalendars, newJersey, sha256 } from './testing/read-policies.ts';
import { day, fact } from './testing/small-pack.ts';
import { besidePlaces, filledTitle, titledBy } from './titles.ts';

const WRITTEN = { en: 'Review every {days: day|days}', es: 'Revisión cada {days: día|días}' };

test.each([
  [90, 'Review every 90 days', 'Revisión cada 90 días'],
  [1, 'Review every 1 day', 'Revisión cada 1 día'],
  [0, 'Review every 0 days', 'Revisión cada 0 días'],
])('a title by the number %i', (number, en, es) => {
  expect(filledTitle(WRITTEN, () => number)).toEqual({ en, es });
});

test('a number may stand alone', () => {
  const written = { en: 'Turning {adult} and {end}', es: 'Cumplir {adult} y {end}' };
  const { en } = filledTitle(written, (name) => (name === 'adult' ? 18 : 21));
  expect(en).toBe('Turning 18 and 21');
});

describe('New Jersey’s titles', () => {
  const { pack, settings } = newJersey();
  const titles = pack.clauses.flatMap((clause) => [
    { of: clause.id, clause, title: clause.title },
    ...clause.rules.map(({ id, title }) => ({ of: id, clause, title })),
  ]);

  test('say no number that an agency could change beside them', () => {
    const fixed = titles.filter(({ clause, title }) => /\d/.test(besidePlaces((clause.forms.get(title) ?? title).en)));
    expect(fixed.map(({ of, title }) => `${of}: ${title.en}`)).toEqual([]);
    expect(titles.filter(({ clause, title }) => clause.forms.has(title)).length).toBeGreaterThan(20);
  });

  test('are said by other numbers, in both languages, where they name them, and stand as they are elsewhere', () => {
    const others = new Map([...settings].map(([key, value]) => [key, typeof value === 'number' ? value + 1 : value]));
    const other = titledBy(pack, others);
    expect(other.clauses.find(({ id }) => id === 'nj.review')?.title).toEqual({
      en: 'Review every 91 days',
      es: 'Revisión cada 91 días',
    });
    const then = other.clauses.flatMap(({ title, rules }) => [title, ...rules.map((rule) => rule.title)]);
    titles.forEach(({ clause, title }, at) => {
      const names = clause.forms.has(title);
      expect([title.en !== then[at]?.en, title.es !== then[at]?.es], title.en).toEqual([names, names]);
    });
    // Said again by the first numbers it is what it was.
    const again = titledBy(other, settings);
    expect(again.clauses.map(({ title }) => title)).toEqual(pack.clauses.map(({ title }) => title));
  });

  test('a duty is called by the numbers that judged it', () => {
    const compiled = compile(pack, {
      ...{ factKinds: ALL_KINDS, calendars: allCalendars(), sha256 },
      parameters: { 'nj.first-contact/hours': 48 },
      earlier: [{ until: day('2026-09-16'), parameters: {} }],
    });
    const titleOf = (facts: Parameters<typeof evaluate>[1]) =>
      compiled.ok
        ? evaluate(compiled.value, facts).duties.find(({ rule }) => rule === 'nj.first-contact')?.title.en
        : compiled.error;
    const assigned = fact(1, '2026-09-15', 'referral.assigned', { agency: 'union' });
    const called = fact(2, '2026-09-15', 'contact.made', { with: ['caregiver'], how: 'telephone' });
    expect(titleOf([assigned])).toBe('First contact in 48 hours');
    expect(titleOf([assigned, called])).toBe('First contact in 24 hours');
  });
});
