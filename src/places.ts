import { COUNTY_NAMES, ZIP_CODES } from '#modules/directory/places.ts';

/** New Jersey's counties, by name. */
export const countyNames: readonly string[] = [...COUNTY_NAMES.values()].map(({ name }) => name);

const nameOf = new Map([...COUNTY_NAMES.values()].map(({ code, name }) => [code, name]));

/** The counties a ZIP lies in, by name; none for a ZIP not in New Jersey's list. */
export function countiesOfZip(zip: string): readonly string[] {
  return (ZIP_CODES.get(zip)?.counties ?? []).flatMap((code) => nameOf.get(code) ?? []);
}
