import { CALLERS, GENDERS, HEALTH_PLANS, INTENSITIES, LANGUAGES } from '../codes.ts';
import type { ReferralDraft } from '../model.ts';
import { readCaller, readGender, readHealthPlan, readIntensity, readLanguage } from '../reading.ts';
import type { ReviewTask } from '../review-tasks.ts';
import type { CleanCells } from './clean-cells.ts';
import { codedOr, readCoded } from './read-coded.ts';

interface ReadCodes {
  readonly caller: ReferralDraft['caller'];
  readonly gender: ReferralDraft['youth']['gender'];
  readonly language: ReferralDraft['youth']['language'];
  readonly intensity: ReferralDraft['intensity'];
  readonly healthPlan: ReferralDraft['healthPlan'];
  readonly tasks: readonly ReviewTask[];
}

/** Reads the columns that hold one word from a list. None of them keeps a row out. */
export function readCodes(cells: CleanCells): ReadCodes {
  const code = 'value-unknown';
  const caller = readCoded(cells.caller, CALLERS, readCaller, { field: 'caller', code });
  const gender = readCoded(cells.gender, GENDERS, readGender, { field: 'gender', code });
  const language = readCoded(cells.preferred_language, LANGUAGES, readLanguage, {
    field: 'preferred_language',
    code: 'language-unknown',
  });
  const intensity = readCoded(cells.intensity, INTENSITIES, readIntensity, { field: 'intensity', code });
  const healthPlan = readCoded(cells.health_plan, HEALTH_PLANS, readHealthPlan, { field: 'health_plan', code });
  return {
    caller: codedOr(caller, 'unknown', 'other'),
    gender: codedOr(gender, 'unknown', 'other'),
    language: codedOr(language, 'und', 'other'),
    intensity: intensity.code,
    healthPlan: cells.health_plan === '' ? null : codedOr(healthPlan, 'other', 'other'),
    tasks: [caller, gender, language, intensity, healthPlan].flatMap((read) => read.tasks),
  };
}
