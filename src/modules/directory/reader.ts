import type { Agency, County, Directory, ServiceArea } from './model.ts';
import * as seed from './seed.ts';

/** Where the public pages read from: the database in service, the seed in tests and previews. */
export interface DirectoryReader {
  agencies(): Promise<readonly Agency[]>;
  counties(): Promise<readonly County[]>;
  serviceAreas(): Promise<readonly ServiceArea[]>;
}

/** A reader over fixed data; the seed unless told otherwise. */
export function inMemoryDirectory(directory: Directory = seed): DirectoryReader {
  return {
    agencies: async () => directory.agencies,
    counties: async () => directory.counties,
    serviceAreas: async () => directory.serviceAreas,
  };
}

/** New Jersey's side only. The programmes are walled: a family in New Jersey never meets Pennsylvania's payer. */
export async function newJerseyOf(reader: DirectoryReader): Promise<Directory> {
  const [agencies, counties, serviceAreas] = await Promise.all([
    reader.agencies(),
    reader.counties(),
    reader.serviceAreas(),
  ]);
  const here = new Set(counties.filter((county) => county.state === 'NJ').map((county) => county.code));
  return {
    agencies: agencies.filter((agency) => agency.programme === 'nj-cmo'),
    counties: counties.filter((county) => here.has(county.code)),
    serviceAreas: serviceAreas.filter((area) => here.has(area.county)),
  };
}
