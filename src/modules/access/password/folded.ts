const STAND_INS: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Letters only, small, without accents; digits and signs between letters read as the letters they stand in for. */
export function folded(text: string): string {
  const bare = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const trimmed = bare.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const read = trimmed.replaceAll(/[^\p{L}]/gu, (sign) => STAND_INS[sign] ?? '');
  return read.replaceAll(/[^\p{L}]/gu, '');
}

/** As it stands in a list: the same characters however they were composed, in small letters. */
export const asListed = (text: string): string => text.normalize('NFKC').toLowerCase();
