import { expect, test } from 'vitest';
import { uuidv7 } from './ids.ts';

test('a UUID of version 7 is written as in the example of RFC 9562, and takes ten random bytes', () => {
  const random = Uint8Array.from([0xfc, 0xc3, 0xd8, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f, 0xaa, 0xbb]);
  expect(uuidv7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('small bytes keep their leading zero', () => {
  expect(uuidv7(1, new Uint8Array(10))).toBe('00000000-0001-7000-8000-000000000000');
});
