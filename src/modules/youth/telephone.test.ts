import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTelephone } from './telephone.ts';

describe('a telephone number', () => {
  it.each([
    ['(609) 555-0123', '+16095550123'],
    ['609.555.0123', '+16095550123'],
    ['1-609-555-0123', '+16095550123'],
    ['+1 609 555 0123', '+16095550123'],
    ['609 555 0123 ext. 4', '+16095550123'],
    ['+52 55 1234 5678', '+525512345678'],
    ['  609 555 0123  ', '+16095550123'],
    [' +52 55 1234 5678', '+525512345678'],
    ['+52 123456', '+52123456'],
    ['+523456789012341', '+523456789012341'],
    ['６０９-555-0123', '+16095550123'],
  ])('%s is read', (text, e164) => {
    expect(readTelephone(text)).toMatchObject({ ok: true, e164 });
  });

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['call the school', 'no-number'],
    ['555-0123 (work)', 'no-number'],
    ['555-0123', 'too-short'],
    ['609 555 01234', 'too-long'],
    ['911 555 0123', 'no-such-area'],
    ['6.09555E+09', 'no-number'],
    ['+52', 'too-short'],
    ['+52 12345', 'too-short'],
    ['+1234567890123456', 'too-long'],
    ['+5234567890123456', 'too-long'],
    ['()-', 'no-number'],
    ['609-555-0123 x45 evenings', 'no-number'],
    ['1 609 555 012', 'no-such-area'],
    ['1 609 555', 'too-short'],
    ['609 055 0123', 'no-such-area'],
    ['109 555 0123', 'no-such-area'],
    ['211 555 0123', 'no-such-area'],
  ])('"%s" is refused: %s', (text, reason) => {
    expect(readTelephone(text)).toEqual({ ok: false, reason });
  });

  it.each([
    ['609-555-0123 x45', '45'],
    ['609-555-0123x45', '45'],
    ['609-555-0123, ext. 45', '45'],
    ['609-555-0123 ext 45', '45'],
    ['609-555-0123; Extension 45', '45'],
    ['609-555-0123 # 45 ', '45'],
    ['609-555-0123', null],
  ])('"%s" has the extension %s', (text, extension) => {
    expect(readTelephone(text)).toEqual({ ok: true, e164: '+16095550123', extension });
  });

  it('reads its own answer as the same number, and throws for no text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\+?[\d ()-]{7,16}$/)), (text) => {
        const read = readTelephone(text);
        if (read.ok) expect(readTelephone(read.e164)).toMatchObject({ ok: true, e164: read.e164 });
      }),
    );
  });
});
