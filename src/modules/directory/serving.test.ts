import { describe, expect, it } from 'vitest';
import { addDays, day, type IsoDay } from '#shared/calendar-day.ts';
import type { ServiceArea } from './model.ts';
import { inMemoryDirectory, newJerseyOf } from './reader.ts';
import * as seed from './seed.ts';
import { agencyOf, agencyServing, assignmentsOf, countiesServedBy } from './serving.ts';

const iso = (text: string) => text as IsoDay;
const area = (agencyId: number, from: string, to: string | null): ServiceArea => ({
  agencyId,
  county: 'nj-salem',
  from: iso(from),
  to: to === null ? null : iso(to),
});

describe('who serves a county on a day', () => {
  const handedOver = [area(1, '2020-01-01', '2024-06-30'), area(2, '2024-07-01', null)];
  it.each([
    ['the day before anybody', '2019-12-31', handedOver, null],
    ['the first day', '2020-01-01', handedOver, 1],
    ['the last day of the old one', '2024-06-30', handedOver, 1],
    ['the first day of the new one', '2024-07-01', handedOver, 2],
    ['long after', '2040-01-01', handedOver, 2],
    [
      'a successor entered before the old row is ended',
      '2025-01-01',
      [area(1, '2020-01-01', null), area(2, '2024-07-01', null)],
      2,
    ],
    ['nobody assigned', '2025-01-01', [], null],
  ])('%s', (_, on, assignments, expected) => {
    expect(agencyServing('nj-salem', day(on), assignments)).toBe(expected);
  });
});

describe('the seed', () => {
  it('has 15 CMOs for 21 counties, and exactly one for each county on any day', async () => {
    const directory = await newJerseyOf(inMemoryDirectory());
    const assignments = assignmentsOf('cmo', directory);
    expect(directory.counties).toHaveLength(21);
    expect(directory.agencies.filter(({ kind }) => kind === 'cmo')).toHaveLength(15);
    for (let on = day('2009-09-08'); on < day('2041-01-01'); on = addDays(on, 97)) {
      for (const { code } of directory.counties) {
        const serving = assignments.filter(
          ({ county, from, to }) => county === code && day(from) <= on && (to === null || on <= day(to)),
        );
        expect(serving).toHaveLength(1);
        expect(agencyServing(code, on, assignments)).toBe(serving[0]?.agencyId);
      }
    }
  });

  it.each([
    ['Bergen', "Bergen's Promise"],
    ['Burlington', 'Partners for Kids and Families'],
    ['Camden', 'Camden County Partnership for Children'],
    ['Atlantic, Cape May', 'Cape Atlantic Integrated Network for Kids'],
    ['Cumberland, Gloucester, Salem', 'CGS Family Partnership'],
    ['Essex', 'Partnership for Children of Essex'],
    ['Hudson', 'Hudson Partnership CMO'],
    ['Mercer', "Capitol County Children's Collaborative"],
    ['Middlesex', 'Coordinated Family Care'],
    ['Monmouth', 'MonmouthCares'],
    ['Morris, Sussex', 'Caring Partners of Morris/Sussex'],
    ['Ocean', 'Ocean Partnership for Children'],
    ['Passaic', 'Circle of Care for Families and Children of Passaic County'],
    ['Hunterdon, Somerset, Warren', 'Tri County CMO'],
    ['Union', 'Families and Community Together'],
  ])('%s: %s', (counties, name) => {
    const cmo = seed.agencies.find((agency) => agency.name === name);
    expect(cmo?.kind).toBe('cmo');
    expect(
      cmo &&
        countiesServedBy(cmo, day('2026-11-22'), seed)
          .map((county) => county.name)
          .join(', '),
    ).toBe(counties);
  });

  it('gives every county a family support organization and the one administrator', () => {
    for (const { code } of seed.counties.filter(({ state }) => state === 'NJ')) {
      expect(agencyOf('fso', code, day('2026-11-22'), seed)).not.toBeNull();
      expect(agencyOf('csa', code, day('2026-11-22'), seed)?.id).toBe(100);
    }
  });

  it('numbers agencies once, keeps the programmes apart and invents no telephone', () => {
    const ids = seed.agencies.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(seed.agencies.filter(({ phone }) => phone !== null).map(({ id, phone }) => [id, phone])).toEqual([
      [15, '908-789-8500'],
      [100, '1-877-652-7624'],
      [215, '908-755-0090'],
    ]);
    expect(seed.agencies.every(({ phone, phoneSource }) => (phone === null) === (phoneSource === null))).toBe(true);
    expect(
      seed.counties
        .filter(({ state }) => state === 'PA')
        .map((county) => agencyOf('payer', county.code, day('2026-11-22'), seed)?.id),
    ).toEqual(Array(7).fill(900));
  });

  it('never shows Pennsylvania to New Jersey', async () => {
    const directory = await newJerseyOf(inMemoryDirectory());
    expect(directory.counties.every(({ state }) => state === 'NJ')).toBe(true);
    expect(directory.agencies.some(({ programme }) => programme === 'pa-tcm')).toBe(false);
    expect(directory.serviceAreas.some(({ county }) => county.startsWith('pa-'))).toBe(false);
  });
});
