import { codeReader } from '#modules/youth/code-reader.ts';
import { LANGUAGES_HEARD } from '#modules/youth/languages.ts';
import { CALLERS, DOMAINS, GENDERS, HEALTH_PLANS, INTENSITIES, LANGUAGES, RELATIONSHIPS } from './codes.ts';
import {
  CALLERS_HEARD,
  DOMAINS_HEARD,
  GENDERS_HEARD,
  HEALTH_PLANS_HEARD,
  INTENSITIES_HEARD,
  RELATIONSHIPS_HEARD,
} from './codes-heard.ts';

/** Tolerant readers from free text to the codes of a referral. */
export const readCaller = codeReader(CALLERS, CALLERS_HEARD);
export const readRelationship = codeReader(RELATIONSHIPS, RELATIONSHIPS_HEARD);
export const readDomain = codeReader(DOMAINS, DOMAINS_HEARD);
export const readIntensity = codeReader(INTENSITIES, INTENSITIES_HEARD);
export const readHealthPlan = codeReader(HEALTH_PLANS, HEALTH_PLANS_HEARD);
export const readLanguage = codeReader(LANGUAGES, LANGUAGES_HEARD);
export const readGender = codeReader(GENDERS, GENDERS_HEARD);

const readAnswer = codeReader({ yes: 'yes', no: 'no' }, { yes: 'y|true|1|si|given', no: 'n|false|0|denied|not given' });

/** Yes or no as people write it in a column; `null` when empty or something else. */
export function readYesNo(text: string): boolean | null {
  const answer = readAnswer(text);
  return answer === null ? null : answer === 'yes';
}
