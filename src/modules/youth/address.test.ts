import { describe, expect, it } from 'vitest';
import { addressKey, foldStreet } from './address.ts';

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

  it('tells from three letters on', () => {
    expect(addressKey('7 A', '08608')).toBe('7 a|08608');
    expect(addressKey('7A', '08608')).toBeNull();
  });
});

describe('street words as the mail writes them', () => {
  it.each([
    ['1 Elm Av', '1 elm ave'],
    ['1 Elm Road', '1 elm rd'],
    ['1 Elm Drive', '1 elm dr'],
    ['1 Elm Lane', '1 elm ln'],
    ['1 Elm Court', '1 elm ct'],
    ['1 Elm Place', '1 elm pl'],
    ['1 Elm Boulevard', '1 elm blvd'],
    ['1 Elm Terrace', '1 elm ter'],
    ['1 Elm Circle', '1 elm cir'],
    ['1 Elm Highway', '1 elm hwy'],
    ['1 Elm Parkway', '1 elm pkwy'],
    ['1 Elm Square', '1 elm sq'],
    ['1 Elm Suite 2', '1 elm ste 2'],
    ['1 Elm Floor 2', '1 elm fl 2'],
    ['1 South Elm', '1 s elm'],
    ['1 East Elm', '1 e elm'],
    ['1 West Elm', '1 w elm'],
    ['1 Saint Elm', '1 st elm'],
    ['1 Second Street', '1 2nd st'],
    ['1 Third Street', '1 3rd st'],
    ['1 Fourth Street', '1 4th st'],
    ['1 Fifth Street', '1 5th st'],
    ['4 Elm Unit 3', '4 elm apt 3'],
    ['4 Elm #3', '4 elm apt 3'],
    ['4 Elm Apt #3', '4 elm apt 3'],
    ['4 Elm Unit #3', '4 elm apt 3'],
    ['4 Apt Elm 3 Apt', '4 apt elm 3 apt'],
  ])('%s is %s', (line, folded) => {
    expect(foldStreet(line)).toBe(folded);
  });
});
