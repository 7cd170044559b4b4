import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { stepOfCode, totpUri } from './totp-code.ts';

const SECRET = 'DQVUXSFAXMAMT72LF26D5JJTF5NOAQFO';
const AT = 1_000_020;
const STEP = Math.floor(AT / 30);
const code = generateSync({ secret: SECRET, epoch: AT });

const situations: readonly [string, { seconds: number; code?: string; last?: number }, number | null][] = [
  ['right now', { seconds: 0 }, STEP],
  ['a clock half a minute behind', { seconds: 30 }, STEP],
  ['a clock half a minute ahead', { seconds: -30 }, STEP],
  ['a minute old', { seconds: 60 }, null],
  ['a minute early', { seconds: -60 }, null],
  ['used already', { seconds: 0, last: STEP }, null],
  ['used already, tried again within the tolerance', { seconds: 30, last: STEP }, null],
  ['the step before was used', { seconds: 0, last: STEP - 1 }, STEP],
  ['a later one was used', { seconds: 0, last: STEP + 1 }, null],
  ['written with a space', { seconds: 0, code: `${code.slice(0, 3)} ${code.slice(3)}` }, STEP],
  ['too few digits', { seconds: 0, code: code.slice(1) }, null],
  ['no digits', { seconds: 0, code: 'abcdef' }, null],
  ['empty', { seconds: 0, code: '' }, null],
];

describe('a code from an authenticator app', () => {
  test.each(situations)('%s', (_name, { seconds, code: given = code, last = 0 }, expected) => {
    expect(stepOfCode(SECRET, given, (AT + seconds) * 1000, last)).toBe(expected);
  });

  test('another secret’s code is wrong', () => {
    const other = generateSync({ secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', epoch: AT });
    expect(stepOfCode(SECRET, other, AT * 1000, 0)).toBeNull();
  });

  test('the address for the app names us and carries the secret', () => {
    const uri = new URL(totpUri(SECRET, 'robin@example.org'));
    expect(uri.searchParams.get('issuer')).toBe('Kinfold');
    expect(uri.searchParams.get('secret')).toBe(SECRET);
  });
});
