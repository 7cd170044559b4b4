/** The care management organizations by name, loaded when somebody looks beyond the county's own. */
export async function loadCmos(): Promise<readonly { readonly id: number; readonly name: string }[]> {
  const { agencies } = await import('#modules/directory/seed.ts');
  return agencies
    .filter((agency) => agency.kind === 'cmo' && agency.programme === 'nj-cmo')
    .map(({ id, name }) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
