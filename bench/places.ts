import { counties, serviceAreas } from '#modules/directory/seed.ts';
import type { Place } from '../seeds/invented-family.ts';
import { AGENCIES } from './staffing.ts';

function placesOf(agency: number): readonly Place[] {
  return serviceAreas
    .filter(({ agencyId }) => agencyId === agency)
    .map(({ county }) => ({
      code: county,
      name: counties.find(({ code }) => code === county)?.name ?? '',
      areaCode: '908',
    }));
}

/** Where the youths of each organization live; the first organization's first. */
export const PLACES = AGENCIES.map(placesOf);
