import { z } from 'zod';
import agenciesFile from './data/agencies.json' with { type: 'json' };
import countiesFile from './data/counties.json' with { type: 'json' };
import serviceAreasFile from './data/service-areas.json' with { type: 'json' };
import { type Agency, agencySchema, type County, countySchema, type ServiceArea, serviceAreaSchema } from './model.ts';

/** What a new database starts with. After that the database is what counts, and editing it changes the public pages. */
export const agencies: readonly Agency[] = z.array(agencySchema).parse(agenciesFile.agencies);
export const counties: readonly County[] = z.array(countySchema).parse(countiesFile.counties);
export const serviceAreas: readonly ServiceArea[] = z.array(serviceAreaSchema).parse(serviceAreasFile.serviceAreas);
