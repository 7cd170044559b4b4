import { expect, it } from 'vitest';
import { referralDraft } from './referral.builder.ts';
import { languagesTold } from './told-languages.ts';

const told = (code: 'es' | 'en' | 'ht' | 'other' | 'und', asReported: string | null = null) => ({ code, asReported });
const { youth } = referralDraft();
const brief = (different: Partial<typeof youth>) =>
  languagesTold({ ...youth, ...different }).map(({ code, words, ...said }) => {
    const yes = Object.entries(said).flatMap(([what, is]) => (is ? [what] : []));
    return `${code ?? words}: ${yes.join(' ')}`;
  });

it.each([
  ['one, as ever', {}, ['es: speaks talk']],
  ['several', { otherLanguages: [told('en'), told('ht')] }, ['es: speaks talk', 'en: speaks', 'ht: speaks']],
  ['letters in the same', { letterLanguage: told('es') }, ['es: speaks reads talk letters']],
  ['letters in another', { letterLanguage: told('en') }, ['es: speaks talk', 'en: reads letters']],
  ['told twice', { otherLanguages: [told('es')] }, ['es: speaks talk']],
  ['in words', { language: told('other', 'Mam') }, ['Mam: speaks talk']],
  ['not known', { language: told('und') }, []],
  ['another, nobody said which', { language: told('other') }, []],
])('languages of a referral: %s', (_, different, list) => expect(brief(different)).toEqual(list));

it('nothing of a caregiver nobody asked about, and what was told of one somebody asked', () => {
  const { guardian } = referralDraft();
  expect(languagesTold(guardian)).toEqual([]);
  const [first, ...others] = languagesTold({ ...guardian, language: told('ht'), otherLanguages: [told('en')] });
  expect([first?.code, first?.talk, others.map(({ code }) => code)]).toEqual(['ht', true, ['en']]);
});
