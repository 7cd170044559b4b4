import { counties, serviceAreas } from '#modules/directory/seed.ts';
import type { Place } from './invented-family.ts';

/** The fifteen organizations, with the invented domain of their people and an area code of their counties. */
export const AGENCIES: readonly { readonly id: number; readonly domain: string; readonly areaCode: string }[] = [
  { id: 1, domain: 'bergenspromise.example', areaCode: '201' },
  { id: 2, domain: 'partnersforkids.example', areaCode: '609' },
  { id: 3, domain: 'camdenpartnership.example', areaCode: '856' },
  { id: 4, domain: 'capeatlantic.example', areaCode: '609' },
  { id: 5, domain: 'cgs.example', areaCode: '856' },
  { id: 6, domain: 'pce.example', areaCode: '973' },
  { id: 7, domain: 'hudsonpartnership.example', areaCode: '201' },
  { id: 8, domain: 'capitolcounty.example', areaCode: '609' },
  { id: 9, domain: 'coordinatedfamilycare.example', areaCode: '732' },
  { id: 10, domain: 'monmouthcares.example', areaCode: '732' },
  { id: 11, domain: 'caringpartners.example', areaCode: '973' },
  { id: 12, domain: 'oceanpartnership.example', areaCode: '732' },
  { id: 13, domain: 'circleofcare.example', areaCode: '973' },
  { id: 14, domain: 'tricounty.example', areaCode: '908' },
  { id: 15, domain: 'fact.example', areaCode: '908' },
];

/** The counties an organization serves, from the directory. */
export function placesOf(agency: number): readonly Place[] {
  const areaCode = AGENCIES.find(({ id }) => id === agency)?.areaCode ?? '908';
  return serviceAreas
    .filter(({ agencyId }) => agencyId === agency)
    .map(({ county }) => ({ code: county, name: counties.find(({ code }) => code === county)?.name ?? '', areaCode }));
}
