type Values = Readonly<Record<string, unknown>>;

/** `/api/charts/:chart` with its names filled in, encoded. Throws when one is missing: that is a defect of the page. */
export function fillPath(path: string, params: Values): string {
  return path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`the path wants :${name}`);
    return encodeURIComponent(String(value));
  });
}

/** `?a=1&b=x`, in the order given; what is undefined is left out; a list repeats its name. */
export function queryText(query: Values): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) pairs.append(name, String(one));
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}
