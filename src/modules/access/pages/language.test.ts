import { expect, it } from 'vitest';
import { languageAsked, languageOf } from './language.ts';

it.each([
  [['es-US', 'en-US'], 'es'],
  [['en-US', 'es'], 'en'],
  [['ht', 'es-DO', 'en'], 'es'],
  [['ES'], 'es'],
  [['zh-CN', 'ko'], 'en'],
  [[], 'en'],
  // The name of something every object has is no language.
  [['constructor', 'es'], 'es'],
] as const)('whoever reads %j is written to in %s', (reads, language) => {
  expect(languageOf(reads)).toBe(language);
});

it.each([
  ['?lang=es', 'es'],
  ['?to=%2Fapp&lang=en', 'en'],
  ['?lang=fr', null],
  ['?lang=toString', null],
  ['', null],
])('the address %s asks for %s', (search, language) => {
  expect(languageAsked(search)).toBe(language);
});
