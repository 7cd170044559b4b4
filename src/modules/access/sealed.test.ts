import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

const sealed = seal('secret', 'totp secret', 'robin', 'JBSWY3DPEHPK3PXP');

test('opens with the same secret, purpose and owner', () => {
  expect(unseal('secret', 'totp secret', 'robin', sealed)).toBe('JBSWY3DPEHPK3PXP');
});

test.each([
  ['another secret', 'other', 'totp secret', 'robin'],
  ['another purpose', 'secret', 'client secret', 'robin'],
  ['another owner', 'secret', 'totp secret', 'sam'],
])('does not open with %s', (_name, secret, purpose, owner) => {
  expect(() => unseal(secret, purpose, owner, sealed)).toThrow();
});

test('does not open when a byte was changed', () => {
  const changed = Buffer.from(sealed);
  changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
  expect(() => unseal('secret', 'totp secret', 'robin', changed)).toThrow();
});

test('looks different each time', () => {
  expect(seal('secret', 'totp secret', 'robin', 'JBSWY3DPEHPK3PXP')).not.toEqual(sealed);
});
