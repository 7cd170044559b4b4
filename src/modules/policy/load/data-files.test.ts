import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { day } from '#shared/calendar-day.ts';
import { factsFile } from '../facts-file/file-schema.ts';
import { allCalendars, filesIn, newJersey } from '../testing/read-policies.ts';
import { loadCalendar } from './load-calendar.ts';
import { loadWords } from './load-words.ts';

const calendar = (id: string) => {
  const found = allCalendars().find((one) => one.id === id);
  if (found === undefined) throw new Error(`no calendar ${id}`);
  return found;
};

describe('calendars', () => {
  test.each([
    ['new-jersey-state-offices', '2026-11-26', 'closed', 'Thanksgiving Day'],
    ['new-jersey-state-offices', '2026-11-27', 'unsure', 'Day after Thanksgiving'],
    ['new-jersey-state-offices', '2026-11-28', 'closed', 'weekend'],
    ['new-jersey-state-offices', '2026-07-03', 'closed', 'Independence Day, observed'],
    ['new-jersey-state-offices', '2026-06-19', 'closed', 'Juneteenth, third Friday of June'],
    ['new-jersey-state-offices', '2027-06-18', 'closed', 'Juneteenth, third Friday of June'],
    ['new-jersey-state-offices', '2026-11-30', 'open', undefined],
    ['pennsylvania-state-offices', '2024-11-29', 'unsure', 'Day after Thanksgiving'],
    ['pennsylvania-state-offices', '2024-06-14', 'unsure', 'Flag Day'],
  ] as const)('%s on %s is %s', (id, on, standing, name) => {
    expect([calendar(id).standing(day(on)), calendar(id).nameOf(day(on))]).toEqual([standing, name]);
  });

  test('know the years they list', () => {
    const { knows } = calendar('new-jersey-state-offices');
    expect([knows(day('2024-01-01')), knows(day('2028-12-31')), knows(day('2029-01-01'))]).toEqual([true, true, false]);
  });

  test('refuse a day that does not exist', () => {
    const text =
      'calendar: c\ntitle: t\nsource: s\nconfidence: low\nfrom: 2026-01-01\nto: 2026-12-31\nclosed: { 2026-02-30: Nothing }';
    expect(loadCalendar({ path: 'c.yaml', text })).toMatchObject({ ok: false, error: [{ file: 'c.yaml', line: 7 }] });
  });
});

describe('words of a programme', () => {
  test.each(filesIn('policies/words').map((file) => [file.path, file] as const))('%s', (_path, file) => {
    const words = loadWords(file);
    expect(words.ok || words.error).toBe(true);
    expect(words.ok && words.value.labels.get('plan')?.es).toMatch(/[Pp]lan/);
  });
});

test('the schema of the facts file is the one the program reads with', () => {
  const written = readFileSync(new URL('../../../../docs/reference/facts-file.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(written)).toEqual({ title: 'Kinfold facts file', ...z.toJSONSchema(factsFile) });
});

describe('programmes never mix', () => {
  const root = new URL('..', import.meta.url);
  const code = (readdirSync(root, { recursive: true }) as string[]).filter(
    (path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !/testing|fixtures/.test(path),
  );

  test.each(code)('%s names no state, agency or policy', (path) => {
    const text = readFileSync(new URL(path, root), 'utf8');
    expect(text).not.toMatch(/new jersey|pennsylvania|performcare|cm-?040|\bnj[.-]|\bpa[.-]cm|cyber\b/i);
  });

  test('the New Jersey pack rests on nothing from CM-040', () => {
    const text = newJersey().pack.sourceText;
    expect(text).not.toMatch(/cm-?040|\bTCM\b|ISPT|\bCCM\b|5221/i);
  });

  test('and says what it does not hold', () => {
    expect(newJersey().pack.notLoaded.length).toBeGreaterThan(0);
  });
});

test('texts for families avoid words the state asks not to use', () => {
  const said = newJersey().pack.clauses.flatMap((clause) => [clause.says.en, clause.title.en]);
  for (const text of said)
    expect(text).not.toMatch(
      /\b(client|case manager|consumer|placement|runaway|refus|terminat|non-complian|failed)\w*/i,
    );
});
