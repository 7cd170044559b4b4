import { describe, expect, it } from 'vitest';
import { addressKey } from './address.ts';

describe('an address for comparing', () => {
  it.each([
    ['12 North Main Street', '12 N. MAIN ST'],
    ['4 Elm Avenue, Apartment 3', '4 elm ave #3'],
    ['Calle Peñón, 7', 'calle penon 7'],
    ['9 First Street', '9 1st St'],
  ])('%s is %s', (a, b) => {
    expect(addressKey(a, '08608')).toBe(addressKey(b, '08608-1234'));
  });

  it.each([
    ['12 Main Street', '12 Main Court'],
    ['12 Main Street', '21 Main Street'],
    ['4 Elm Avenue Apt 3', '4 Elm Avenue Apt 4'],
  ])('%s is not %s', (a, b) => {
    expect(addressKey(a, '08608')).not.toBe(addressKey(b, '08608'));
  });

  it('says nothing without street or ZIP', () => {
    expect(addressKey(null, '08608')).toBeNull();
    expect(addressKey('12 Main Street', null)).toBeNull();
    expect(addressKey('-', '08608')).toBeNull();
  });
});
