import { LANGUAGE_NAMES, type LanguageCode, type SaidLanguage } from '#modules/youth/languages.ts';
import type { ReferralDraft } from './model.ts';

type Told = ReferralDraft['youth']['language'];

const isNamed = (code: string): code is LanguageCode => code in LANGUAGE_NAMES;

/** Which language was told: a code, or the words for one without; null when nobody knew. */
function named({ code, asReported }: Told): Pick<SaidLanguage, 'code' | 'words'> | null {
  if (isNamed(code)) return { code, words: null };
  return asReported === null ? null : { code: null, words: asReported };
}

/** What was told of somebody's languages: the youth's, or the caregiver's, of whom nobody may have asked. */
interface ToldOf {
  readonly language?: Told | undefined;
  readonly otherLanguages?: readonly Told[] | undefined;
  readonly letterLanguage?: Told | null | undefined;
}

/** The languages of a referral as the record holds them: what they talk in first, what letters are written in last. */
export function languagesTold({
  language,
  otherLanguages = [],
  letterLanguage = null,
}: ToldOf): readonly SaidLanguage[] {
  const list: SaidLanguage[] = [];
  const add = (told: Told, said: Partial<SaidLanguage>) => {
    const which = named(told);
    if (!which) return;
    const at = list.findIndex(({ code, words }) => code === which.code && words === which.words);
    const before = list[at] ?? { ...which, speaks: false, reads: false, talk: false, letters: false };
    list.splice(at < 0 ? list.length : at, 1, { ...before, ...said });
  };
  if (language) add(language, { speaks: true, talk: true });
  for (const other of otherLanguages) add(other, { speaks: true });
  if (letterLanguage) add(letterLanguage, { reads: true, letters: true });
  return list;
}
