import { z } from 'zod';
import countiesFile from './data/counties.json' with { type: 'json' };
import municipalitiesFile from './data/municipalities.json' with { type: 'json' };
import zipCodesFile from './data/zip-codes.json' with { type: 'json' };
import { fold } from './fold.ts';
import { type County, type CountyCode, countySchema } from './model.ts';

/** A ZIP code's post office and every county it reaches, the main one first. */
export interface ZipCode {
  readonly postOffice: string;
  readonly counties: readonly CountyCode[];
}

/** A town as people write it; the same name may stand in several counties. */
export interface Town {
  readonly name: string;
  readonly county: CountyCode;
}

const zipRow = z.tuple([z.string().regex(/^0[78]\d{3}$/), z.string(), z.string()], z.string());
const municipalityRow = z.object({ county: z.string(), names: z.array(z.string()) });

export const ZIP_CODES: ReadonlyMap<string, ZipCode> = new Map(
  zipCodesFile.zipCodes.map((row) => {
    const [zip, postOffice, ...counties] = zipRow.parse(row);
    return [zip, { postOffice, counties }];
  }),
);

/** New Jersey's counties by folded name. */
export const COUNTY_NAMES: ReadonlyMap<string, Pick<County, 'name' | 'code' | 'slug'>> = new Map(
  z
    .array(countySchema)
    .parse(countiesFile.counties)
    .filter((county) => county.state === 'NJ')
    .map(({ name, code, slug }) => [fold(name), { name, code, slug }]),
);

function townsByName(): ReadonlyMap<string, readonly Town[]> {
  const towns = new Map<string, Town[]>();
  const add = (key: string, town: Town) => {
    const known = towns.get(key) ?? [];
    if (!known.some(({ county }) => county === town.county)) towns.set(key, [...known, town]);
  };
  const addTown = (town: Town) => {
    const key = fold(town.name);
    add(key, town);
    // People leave the last word out: "Hamilton" for Hamilton Township, in Mercer and in Atlantic.
    if (key.endsWith(' township')) add(key.replace(/ township$/, ''), town);
  };
  for (const row of municipalitiesFile.municipalities) {
    const { county, names } = municipalityRow.parse(row);
    for (const name of names) addTown({ name, county });
  }
  for (const { postOffice, counties } of ZIP_CODES.values()) {
    const [main] = counties;
    if (main !== undefined) addTown({ name: postOffice, county: main });
  }
  return towns;
}

/** New Jersey's towns by folded name. */
export const TOWNS: ReadonlyMap<string, readonly Town[]> = townsByName();
