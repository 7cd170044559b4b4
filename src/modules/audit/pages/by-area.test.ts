import { expect, test } from 'vitest';
import { byArea } from './by-area.ts';

test('events stand under the part of the work they belong to, by their words', () => {
  const groups = byArea([
    'sign-in.totp-added',
    'relative.ended',
    'session.locked',
    'fhir.resource-read',
    'alert.raised',
  ]);
  expect(groups.map(({ group, items }) => [group, items.map(({ label }) => label)])).toEqual([
    ['Other programs', ['FHIR resource read']],
    ['Signing in', ['Session locked', 'Sign in totp added']],
    ['Youth and family', ['Alert raised', 'Relative ended']],
  ]);
});

test('a sort of event nobody named has a part of its own', () => {
  expect(byArea(['new-thing.done'])).toEqual([
    { group: 'New thing', items: [{ value: 'new-thing.done', label: 'New thing done' }] },
  ]);
});
