import { expect, test } from 'vitest';
import { consentWords } from './words.ts';

const people = new Map([['rosa', 'Rosa Vargas']]);
const about = (may: string[], why: string, ask: { person: string; why: string }[] = []) =>
  consentWords({ matter: 'care-management', may, ask, why }, people);

test.each([
  ['a parent', about(['rosa'], 'holder-of-authority'), 'Rosa Vargas'],
  ['the youth alone, in substance use treatment', about(['youth'], 'substance-use-alone'), 'the youth'],
  ['whoever is 18', about(['youth'], 'rights-passed'), 'the young adult'],
  [
    'a guardian of somebody of age',
    about(['rosa'], 'guardian-of-adult', [{ person: 'youth', why: 'adult-guardianship' }]),
    'Rosa Vargas; ask about the young adult: a guardian of the adult is named',
  ],
  ['nobody', about([], 'nobody-confirmed'), 'Nobody is confirmed yet'],
  ['somebody gone', about(['theo'], 'holder-of-authority'), 'somebody who left'],
])('who may consent, in words: %s', (_, said, words) => {
  expect(said).toBe(words);
});
