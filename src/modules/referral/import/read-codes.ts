import { CALLERS, GENDERS, HEALTH_PLANS, INTENSITIES, LANGUAGES } from '../codes.ts';
import type { ReferralDraft } from '../model.ts';
import { readCaller, readGender, readHealthPlan, readIntensity, readLanguage } from '../reading.ts';
import type { ReviewTask } from '../review-tasks.ts';
import type { CleanCells } from './clean-cells.ts';
import { codedOr, readCoded } from './read-coded.ts';

interface ReadCodes {
  readonly caller: ReferralDraft['caller'];
  readonly gender: ReferralDraft['youth']['gender'];
  readonly languages: Pick<ReferralDraft['youth'], 'language' | 'otherLanguages' | 'letterLanguage'>;
  readonly intensity: ReferralDraft['intensity'];
  readonly healthPlan: ReferralDraft['healthPlan'];
  readonly tasks: readonly ReviewTask[];
}

/** Reads the columns that hold one word from a list. None of them keeps a row out. */
export function readCodes(cells: CleanCells): ReadCodes {
  const code = 'value-unknown';
  const caller = readCoded(cells.caller, CALLERS, readCaller, { field: 'caller', code });
  const gender = readCoded(cells.gender, GENDERS, readGender, { field: 'gender', code });
  const spoken = namedIn(cells.preferred_language).map((text) => readLanguageIn(text, 'preferred_language'));
  const [language = NOT_SAID, ...others] = spoken;
  const letters = cells.letter_language === '' ? [] : [readLanguageIn(cells.letter_language, 'letter_language')];
  const intensity = readCoded(cells.intensity, INTENSITIES, readIntensity, { field: 'intensity', code });
  const healthPlan = readCoded(cells.health_plan, HEALTH_PLANS, readHealthPlan, { field: 'health_plan', code });
  return {
    caller: codedOr(caller, 'unknown', 'other'),
    gender: codedOr(gender, 'unknown', 'other'),
    languages: {
      language: codedOr(language, 'und', 'other'),
      ...(others.length > 0 ? { otherLanguages: others.map((other) => codedOr(other, 'und', 'other')) } : {}),
      ...letters.map((letter) => ({ letterLanguage: codedOr(letter, 'und', 'other') }))[0],
    },
    intensity: intensity.code,
    healthPlan: cells.health_plan === '' ? null : codedOr(healthPlan, 'other', 'other'),
    tasks: [caller, gender, ...spoken, ...letters, intensity, healthPlan].flatMap((read) => read.tasks),
  };
}

type ReadLanguage = ReturnType<typeof readLanguageIn>;
const NOT_SAID: ReadLanguage = { code: null, asReported: null, tasks: [] };

const readLanguageIn = (text: string, field: 'preferred_language' | 'letter_language') =>
  readCoded(text, LANGUAGES, readLanguage, { field, code: 'language-unknown' });

/** "Spanish; English" names two, the preferred one first; so do "Spanish, English" and "Spanish and English", known both. */
function namedIn(cell: string): readonly string[] {
  const parts = (mark: RegExp) =>
    cell
      .split(mark)
      .map((part) => part.trim())
      .filter((part) => part !== '');
  const told = parts(/[;|/]/);
  if (told.length !== 1 || readLanguage(cell) !== null) return told;
  const joined = parts(/,|&|\b(?:and|y)\b/i);
  return joined.every((part) => readLanguage(part) !== null) ? joined : told;
}
