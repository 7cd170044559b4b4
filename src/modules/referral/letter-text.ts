import type { LetterTextKey } from './eligibility.ts';
import type { EligibilityReason } from './eligibility-reasons.ts';
import { LETTERS_EN } from './letter-text-en.ts';
import { LETTERS_ES } from './letter-text-es.ts';

/** A letter of a decision, or of what became of it: the family said no, or another organization is looked for. */
export type LetterKey = LetterTextKey | 'said-no-since' | 'looked-for-again';

export type LetterLanguage = 'en' | 'es';

/** How a letter can go to a family. Kinfold sends none itself. */
export const LETTER_MEANS = {
  mail: 'By mail',
  'certified-mail': 'By certified mail',
  'by-hand': 'Given by hand',
  'secure-message': 'By secure message',
} as const;

/** What a letter about eligibility says that differs from family to family. */
export interface LetterFields {
  readonly youthName: string;
  readonly reasons: readonly EligibilityReason[];
  /** Why, in the decider's own words for the family, where no reason of the rule says it. */
  readonly ownReason?: string | null;
  /** The name of the assigned CMO, once there is one. */
  readonly cmoName: string | null;
  /** The CSA's telephone number as printed. */
  readonly csaTelephone: string;
  /**
   * Days to ask for reconsideration or appeal, counted from the day of the letter. The limits were not found in any
   * public source: while `null` the letter says to ask, and names no number.
   */
  readonly daysToAsk: { readonly reconsideration: number | null; readonly appeal: number | null };
}

export interface LetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

/** How one language says it. Reasons that a family never needs to read have no sentence. */
export interface LetterWords {
  readonly letters: Readonly<Record<LetterKey, (fields: LetterFields) => LetterText>>;
  readonly reasons: Readonly<Partial<Record<EligibilityReason, string>>>;
  readonly rights: (fields: LetterFields) => readonly string[];
}

const WORDS: Readonly<Record<LetterLanguage, LetterWords>> = { en: LETTERS_EN, es: LETTERS_ES };

/** The sentences a letter gives as reasons. */
function whyIn(language: LetterLanguage, reasons: readonly EligibilityReason[]): readonly string[] {
  return reasons.flatMap((reason) => WORDS[language].reasons[reason] ?? []);
}

/** Whether a letter would promise a reason and have none: somebody has to write it. */
export const lacksReason = (key: LetterKey, reasons: readonly EligibilityReason[]): boolean =>
  key === 'not-eligible' && whyIn('en', reasons).length === 0;

/** The letter that tells a family what was decided, why, and what they can do about it; in plain words. */
export function letterText(key: LetterKey, language: LetterLanguage, fields: LetterFields): LetterText {
  const words = WORDS[language];
  const { subject, paragraphs } = words.letters[key](fields);
  const why = whyIn(language, fields.reasons);
  const own = fields.ownReason?.trim();
  return { subject, paragraphs: [...paragraphs, ...why, ...(own ? [own] : []), ...words.rights(fields)] };
}
