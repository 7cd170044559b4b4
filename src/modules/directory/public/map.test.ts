import { describe, expect, it } from 'vitest';
import { day } from '#shared/calendar-day.ts';
import * as seed from '../seed.ts';
import { agencyOf } from '../serving.ts';
import { MAP } from './county-shapes.ts';
import { mapTones } from './map-tones.ts';

const servedBy = (name: string) =>
  agencyOf('cmo', `nj-${name.toLowerCase().replaceAll(' ', '-')}`, day('2026-11-22'), seed);

describe('the map', () => {
  it('has the shapes of the 21 counties of the directory', () => {
    const names = seed.counties.filter(({ state }) => state === 'NJ').map(({ name }) => name);
    expect(MAP.counties.map(({ name }) => name)).toEqual(names);
    for (const { path, label } of MAP.counties) {
      expect(path).toMatch(/^(M[\d.]+,[\d.]+l[-\d., ]+z)+$/);
      expect(label[0]).toBeLessThan(MAP.width);
      expect(label[1]).toBeLessThan(MAP.height);
    }
  });

  it('knows neighbours from both sides', () => {
    for (const { name, neighbors } of MAP.counties) {
      for (const other of neighbors)
        expect(MAP.counties.find((county) => county.name === other)?.neighbors).toContain(name);
    }
  });

  it('gives one organization one tone, and organizations that touch different ones', () => {
    const tones = mapTones(servedBy);
    for (const { name, neighbors } of MAP.counties) {
      for (const other of neighbors) {
        const together = servedBy(name)?.id === servedBy(other)?.id;
        expect(tones.get(name) === tones.get(other)).toBe(together);
      }
    }
  });
});
