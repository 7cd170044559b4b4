export {
  AUTHORITIES,
  CALLERS,
  CONSENT_ANSWERS,
  DOMAINS,
  GENDERS,
  HEALTH_PLANS,
  INTENSITIES,
  LANGUAGES,
  RELATIONSHIPS,
} from '../codes.ts';

/** The words of a code; a code the list does not know shows itself, so that nothing is lost. */
export function labelIn(list: Readonly<Record<string, string>>, code: string): string {
  return list[code] ?? code;
}
