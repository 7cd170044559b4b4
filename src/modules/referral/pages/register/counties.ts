/** Counties and the ZIP codes that lie in them, loaded when somebody reaches the address. */
export async function loadCounties(): Promise<{
  readonly names: readonly string[];
  readonly ofZip: (zip: string) => readonly string[];
}> {
  const { COUNTY_NAMES, ZIP_CODES } = await import('#modules/directory/places.ts');
  const counties = [...COUNTY_NAMES.values()];
  const names = counties.map(({ name }) => name).sort((a, b) => a.localeCompare(b));
  const nameOf = new Map(counties.map(({ code, name }) => [code, name]));
  const ofZip = (zip: string) => (ZIP_CODES.get(zip)?.counties ?? []).flatMap((code) => nameOf.get(code) ?? []);
  return { names, ofZip };
}
