import type pg from 'pg';
import { onPool, statement } from '#platform/database/db.ts';
import type { Agency, County, ServiceArea } from './model.ts';
import type { DirectoryReader } from './reader.ts';

const AGENCIES = statement(
  'directory.agencies',
  `select id, programme, kind, name, short_name as "shortName", phone, phone_source as "phoneSource", website, zone, source, confidence from kinfold.agency order by id`,
);
const COUNTIES = statement(
  'directory.counties',
  'select code, name, state, slug, medicaid_code as "medicaidCode" from kinfold.county order by state, name',
);
const AREAS = statement(
  'directory.areas',
  'select agency as "agencyId", county, from_day as "from", to_day as "to" from kinfold.service_area',
);

/** The directory as the database has it: editing it there changes the public pages at once. Nothing in it is about a person. */
export function storedDirectory(owner: pg.Pool): DirectoryReader {
  const db = onPool(owner);
  return {
    agencies: async () => (await db.query<Agency>(AGENCIES)).rows,
    counties: async () => (await db.query<County>(COUNTIES)).rows,
    serviceAreas: async () => (await db.query<ServiceArea>(AREAS)).rows,
  };
}
