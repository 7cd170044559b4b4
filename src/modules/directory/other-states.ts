/** First three digits of a ZIP code, by state, for the states around New Jersey. Others are only known to be elsewhere. */
const PREFIXES: readonly (readonly [first: number, last: number, state: string])[] = [
  [5, 5, 'New York'],
  [60, 69, 'Connecticut'],
  [100, 149, 'New York'],
  [150, 196, 'Pennsylvania'],
  [197, 199, 'Delaware'],
  [206, 219, 'Maryland'],
];

const NAMES: Readonly<Record<string, string>> = {
  pa: 'Pennsylvania',
  pennsylvania: 'Pennsylvania',
  pensilvania: 'Pennsylvania',
  philadelphia: 'Pennsylvania',
  filadelfia: 'Pennsylvania',
  ny: 'New York',
  nyc: 'New York',
  'new york': 'New York',
  'nueva york': 'New York',
  'staten island': 'New York',
  brooklyn: 'New York',
  de: 'Delaware',
  delaware: 'Delaware',
  wilmington: 'Delaware',
  ct: 'Connecticut',
  connecticut: 'Connecticut',
  md: 'Maryland',
  maryland: 'Maryland',
};

/** Somewhere that is not New Jersey; `state` is null when only that much is known. */
export interface Elsewhere {
  readonly state: string | null;
}

export function elsewhereByZip(zip: string): Elsewhere | null {
  if (/^0[78]/.test(zip)) return null;
  const prefix = Number(zip.slice(0, 3));
  return { state: PREFIXES.find(([first, last]) => first <= prefix && prefix <= last)?.[2] ?? null };
}

/** `words` are folded. Only a state's or a large city's name at the end of what was written counts. */
export function elsewhereByName(words: readonly string[]): Elsewhere | null {
  const state = NAMES[words.slice(-2).join(' ')] ?? NAMES[words.at(-1) ?? ''];
  return state === undefined ? null : { state };
}
