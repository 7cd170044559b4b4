import { describe, expect, it } from 'vitest';
import { fits, isShown, linesOf, othersOf, type Person, SHOWN, standingOf, supervisedBy } from './seat-lines.ts';

const TODAY = '2026-10-13';
type Seat = Person['seats'][number];

const seat = (over: Partial<Seat> = {}): Seat => ({
  ...{ id: 's', capacity: 'care-manager', title: null, from: '2026-01-01', to: null, supervisor: null, absences: [] },
  ...over,
});
const person = (over: Partial<Person> = {}, ...seats: Seat[]): Person => ({
  ...{ id: 'p', name: 'Dana Whitfield', email: null, disabled: false, invitedUntil: null },
  ...over,
  seats,
});
const away = { id: 'a', cover: 'c', from: '2026-10-12', to: TODAY };

describe('a seat’s line', () => {
  it.each([
    ['held today', person({}, seat()), 'here', ['now', 'all']],
    ['last day today', person({}, seat({ to: TODAY })), 'here', ['now', 'all']],
    ['ended yesterday', person({}, seat({ to: '2026-10-12' })), 'ended', ['past', 'all']],
    ['begins tomorrow', person({}, seat({ from: '2026-10-14' })), 'later', ['all']],
    ['away today', person({}, seat({ absences: [away] })), 'away', ['now', 'away', 'all']],
    ['back today', person({}, seat({ absences: [{ ...away, to: '2026-10-12' }] })), 'here', ['now', 'all']],
    ['invited', person({ invitedUntil: '2026-10-15T10:00:00Z' }, seat()), 'invited', ['now', 'invited', 'all']],
    ['shut out', person({ disabled: true }, seat({ absences: [away] })), 'shutOut', ['past', 'all']],
  ] as const)('%s', (_, whose, standing, lists) => {
    const [line] = linesOf([whose]);
    if (!line) throw new Error('a line was expected');
    expect(standingOf(line, TODAY)).toBe(standing);
    expect(SHOWN.filter((shown) => isShown(line, shown, TODAY))).toEqual(lists);
  });

  it('is found by name, title and capacity', () => {
    const [line] = linesOf([person({}, seat({ title: 'Intake lead' }))]);
    if (!line) throw new Error('a line was expected');
    expect(['whit', 'INTAKE', 'care man', ''].map((typed) => fits(line, typed))).toEqual([true, true, true, true]);
    expect(fits(line, 'Ortiz')).toBe(false);
  });

  it('supervises those who act in their seats today, by name', () => {
    const lines = linesOf([
      person({ id: 'q', name: 'Rosa Ortiz' }, seat({ id: 'r', supervisor: 's' })),
      person({ id: 'g', name: 'Gone Long' }, seat({ id: 'g', supervisor: 's', to: '2026-02-01' })),
      person({ id: 'o', name: 'Other Team' }, seat({ id: 'o', supervisor: 't' })),
      person({ id: 'a', name: 'Ana Bell' }, seat({ id: 'a', supervisor: 's' })),
    ]);
    expect(supervisedBy(lines, 's', TODAY)).toEqual(['Ana Bell', 'Rosa Ortiz']);
    expect(supervisedBy(lines, 'r', TODAY)).toEqual([]);
  });

  it('offers as cover only other people’s seats that are held', () => {
    const lines = linesOf([
      person({}, seat(), seat({ id: 'second' })),
      person({ id: 'q', name: 'Rosa Ortiz' }, seat({ id: 'here' }), seat({ id: 'gone', to: '2026-02-01' })),
    ]);
    expect(othersOf(lines, 's', TODAY).map((line) => line.seat.id)).toEqual(['here']);
  });
});
