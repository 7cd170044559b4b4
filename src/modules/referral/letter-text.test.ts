import { describe, expect, it } from 'vitest';
import type { LetterTextKey } from './eligibility.ts';
import { type LetterFields, lacksReason, letterText } from './letter-text.ts';
import { LETTERS_EN } from './letter-text-en.ts';
import { LETTERS_ES } from './letter-text-es.ts';

const fields: LetterFields = {
  youthName: 'Maya',
  reasons: ['consent-missing'],
  cmoName: null,
  csaTelephone: '1-877-652-7624',
  daysToAsk: { reconsideration: null, appeal: null },
};
const keys = Object.keys(LETTERS_EN.letters) as LetterTextKey[];
const languages = ['en', 'es'] as const;
const whole = (key: LetterTextKey, language: 'en' | 'es', changes: Partial<LetterFields> = {}) =>
  letterText(key, language, { ...fields, ...changes }).paragraphs.join('\n');

describe.each(languages)('letters in %s', (language) => {
  it.each(keys)('%s names the youth and says how to ask again', (key) => {
    expect(letterText(key, language, fields).subject + whole(key, language)).toContain('Maya');
    expect(whole(key, language)).toContain('1-877-652-7624');
    expect(whole(key, language)).toMatch(/reconsidera[ct]i[oó]n/);
    expect(whole(key, language)).toMatch(/complaint|queja/);
    expect(whole(key, language)).toMatch(/appeal|apelar/);
  });

  it.each(keys)('%s has no word we do not use, and no substance use', (key) => {
    expect(whole(key, language)).not.toMatch(
      /\b(client|case|placement|terminate|refuse[sd]?|drug|substance|droga|sustancia)/i,
    );
  });

  it('name no number of days that nobody gave', () => {
    expect(whole('not-eligible', language)).not.toMatch(/\d+ (days|días)/);
    const given = whole('not-eligible', language, { daysToAsk: { reconsideration: 20, appeal: 60 } });
    expect(given).toMatch(/20 (days|días)[\s\S]*60 (days|días)/);
  });

  it('name the CMO once there is one', () => {
    expect(whole('eligible', language, { cmoName: 'Example CMO' })).toContain('Example CMO');
  });

  it('say why', () => {
    const without = whole('more-information', language, { reasons: [] });
    expect(whole('more-information', language).length).toBeGreaterThan(without.length);
  });
});

describe('a letter that says no', () => {
  it('lacks a reason until a rule or a person gives one', () => {
    expect(lacksReason('not-eligible', [])).toBe(true);
    expect(lacksReason('not-eligible', ['consent-missing'])).toBe(false);
    expect(lacksReason('eligible', [])).toBe(false);
  });

  it.each(languages)('carries the words somebody wrote, before what the family can do (%s)', (language) => {
    const own = 'Help near your home fits better now.';
    const { paragraphs } = letterText('not-eligible', language, { ...fields, reasons: [], ownReason: ` ${own} ` });
    expect(paragraphs[1]).toBe(own);
  });
});

describe('the two languages', () => {
  it('explain the same reasons', () => {
    expect(Object.keys(LETTERS_ES.reasons)).toEqual(Object.keys(LETTERS_EN.reasons));
  });
});
