import { asListed, folded } from './folded.ts';

/** What everybody tries first. */
export interface CommonPasswords {
  /** The letters of each, `folded`, where there are four or more. */
  readonly letters: ReadonlySet<string>;
  /** The rest whole, `asListed`: years, telephone keys, signs. */
  readonly whole: ReadonlySet<string>;
}

/** Words of this work and place that no list of passwords from elsewhere has, in `folded` spelling. */
const OWN = `
twitter netflix instagram linkedin gmail yahoo hotmail qwertz poiuytrewq abcdefgh fortnite roblox harleydavidson jerseyshore
pennsylvania covid vaccine healthcare therapist counselor socialwork socialworker caremanager casemanager caremanagement
wraparound behavioral performcare medicaid familycare partnership summerfun
`;

async function readThem(): Promise<CommonPasswords> {
  const { listedPasswords } = await import('./listed-passwords.ts');
  const letters = new Set(OWN.split(/\s+/).filter((word) => word !== ''));
  const whole = new Set<string>();
  for (const password of listedPasswords) {
    const word = folded(password);
    if (word.length >= 4) letters.add(word);
    else whole.add(asListed(password));
  }
  return { letters, whole };
}

let read: Promise<CommonPasswords> | null = null;

/**
 * Some 49,000 passwords found again and again in what was stolen elsewhere, the commonest first (the list of zxcvbn, which
 * OWASP ASVS 5.0, 6.2.4 and 6.2.12 can be met with offline). Read with the first password somebody sets: it is a third of a
 * megabyte that most processes never need, and no browser is sent.
 */
export function commonPasswords(): Promise<CommonPasswords> {
  read ??= readThem();
  return read;
}
