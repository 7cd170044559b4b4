import { z } from 'zod';
import { codeReader } from './code-reader.ts';

/**
 * English, the seven languages of P.L. 2023, c. 263 (Chinese also as it is spoken and as it is written), American Sign Language,
 * then others often met in New Jersey. Codes are BCP 47.
 */
export const LANGUAGE_NAMES = {
  en: 'English',
  es: 'Spanish',
  zh: 'Chinese',
  'zh-Hans': 'Chinese (simplified)',
  'zh-Hant': 'Chinese (traditional)',
  cmn: 'Mandarin Chinese',
  yue: 'Cantonese Chinese',
  pt: 'Portuguese',
  ko: 'Korean',
  gu: 'Gujarati',
  ar: 'Arabic',
  ht: 'Haitian Creole',
  ase: 'American Sign Language',
  tl: 'Tagalog',
  hi: 'Hindi',
  ur: 'Urdu',
  pa: 'Punjabi',
  bn: 'Bengali',
  te: 'Telugu',
  ta: 'Tamil',
  pl: 'Polish',
  ru: 'Russian',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
  fr: 'French',
  it: 'Italian',
  el: 'Greek',
  sq: 'Albanian',
  he: 'Hebrew',
  yi: 'Yiddish',
  tr: 'Turkish',
  fa: 'Persian',
  am: 'Amharic',
  so: 'Somali',
  sw: 'Swahili',
  ig: 'Igbo',
  yo: 'Yoruba',
  tw: 'Twi',
  wo: 'Wolof',
} as const;
export type LanguageCode = keyof typeof LANGUAGE_NAMES;

/** How each is also called; see `codeReader`. */
export const LANGUAGES_HEARD: Readonly<Partial<Record<LanguageCode, string>>> = {
  en: 'eng|ingles',
  es: 'spa|espanol|castellano',
  zh: 'chi|zho|zhongwen|中文',
  'zh-Hans': 'simplified chinese',
  'zh-Hant': 'traditional chinese',
  cmn: 'mandarin',
  yue: 'cantonese',
  pt: 'por|brazilian portuguese|portugues',
  ko: 'kor|한국어',
  gu: 'guj',
  ar: 'ara|العربية',
  ht: 'hat|creole|haitian|kreyol|kreyol ayisyen|haitian creole french',
  ase: 'asl|sign|sign language',
  tl: 'filipino|tgl',
  pa: 'panjabi',
  bn: 'bangla',
  fr: 'francais',
  he: 'ivrit',
  fa: 'farsi',
};

/** The code of a language by its name or what it is also called; `null` for one we do not know. */
export const readLanguageCode = codeReader(LANGUAGE_NAMES, LANGUAGES_HEARD);

/** One language of a person, as it is read. Either `code` (BCP 47) or `words` says which. */
export const SaidLanguage = z.object({
  code: z.string().nullable(),
  words: z.string().nullable(),
  /** Or signs. */
  speaks: z.boolean(),
  reads: z.boolean(),
  /** The one they would rather talk in; at most one of a person's. */
  talk: z.boolean(),
  /** The one letters are to be written in; at most one of a person's. */
  letters: z.boolean(),
});
export type SaidLanguage = z.output<typeof SaidLanguage>;

/** A language tag of BCP 47 as far as people are spoken of: `es`, `ase`, `zh-Hant`, `pt-BR`. */
const TAG = /^[a-z]{2,3}(-[A-Za-z]{4})?(-([A-Z]{2}|\d{3}))?$/;

/** What is wrong with a list of languages, for the form and the server alike; null when nothing is. */
export function wrongWith(languages: readonly SaidLanguage[]): string | null {
  if (languages.some(({ code, words }) => (code === null) === (words === null))) return 'language-unnamed';
  if (languages.some(({ speaks, reads }) => !speaks && !reads)) return 'neither-speaks-nor-reads';
  const names = languages.map((language) => languageName(language).toLowerCase());
  if (new Set(names).size < names.length) return 'language-twice';
  if (languages.some(({ talk, speaks }) => talk && !speaks)) return 'prefers-what-they-do-not-speak';
  if (languages.some(({ letters, reads }) => letters && !reads)) return 'letters-they-do-not-read';
  const several = (asked: (language: SaidLanguage) => boolean) => languages.filter(asked).length > 1;
  return several(({ talk }) => talk) || several(({ letters }) => letters) ? 'prefers-two' : null;
}

/** The languages somebody speaks, signs or reads, in the order they told them. */
export const Languages = z
  .array(
    z.strictObject({
      ...SaidLanguage.shape,
      code: z.string().regex(TAG).nullable(),
      words: z.string().trim().min(1).max(100).nullable(),
    }),
  )
  .max(20)
  .superRefine((languages, context) => {
    const wrong = wrongWith(languages);
    if (wrong) context.addIssue({ code: 'custom', message: wrong });
  });

const OTHERS = new Intl.DisplayNames('en', { type: 'language' });

/** What a language is called: our name for it, the platform's, or the words it was told in. */
export function languageName({ code, words }: Pick<SaidLanguage, 'code' | 'words'>): string {
  if (code === null) return words ?? '';
  const names: Readonly<Record<string, string>> = LANGUAGE_NAMES;
  return names[code] ?? OTHERS.of(code) ?? code;
}

/** The language to talk in: the preferred one, else the first they speak; null when none is known. */
export function talksIn(languages: readonly SaidLanguage[]): string | null {
  const spoken = languages.filter(({ speaks }) => speaks);
  const one = spoken.find(({ talk }) => talk) ?? spoken[0];
  return one ? languageName(one) : null;
}

/** "Spanish (preferred), English"; the preferred one is only marked beside others. Empty when none is known. */
export const spokenWords = (languages: readonly SaidLanguage[]): string =>
  listed(
    languages.filter(({ speaks }) => speaks),
    ({ talk }) => talk,
    'preferred',
  );

/** "Spanish (for letters), English"; marked only beside others. Empty when none is known. */
export const readWords = (languages: readonly SaidLanguage[]): string =>
  listed(
    languages.filter(({ reads }) => reads),
    ({ letters }) => letters,
    'for letters',
  );

function listed(some: readonly SaidLanguage[], preferred: (language: SaidLanguage) => boolean, mark: string): string {
  return some
    .map((one) => (some.length > 1 && preferred(one) ? `${languageName(one)} (${mark})` : languageName(one)))
    .join(', ');
}
