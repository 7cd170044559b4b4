/** A number to call: as shown, and as a telephone dials it. */
export interface HelpLine {
  readonly shown: string;
  readonly dial: string;
}

/**
 * The only numbers the public pages show besides those stored with an agency. A wrong number here could cost a life:
 * change one only with the page it was read on (docs/reference/directory-sources.md).
 */
export const HELP_LINES = {
  emergency: { shown: '911', dial: '911' },
  suicideAndCrisis: { shown: '988', dial: '988' },
  /** The way in to every service for youth, and to mobile response, day and night. */
  performCare: { shown: '1-877-652-7624', dial: '+18776527624' },
  /** New Jersey's child abuse and neglect hotline, 1-877-NJ-ABUSE. */
  childAbuse: { shown: '1-877-652-2873', dial: '+18776522873' },
  /** NJ FamilyCare: enrol or change the health plan. */
  familyCare: { shown: '1-800-701-0710', dial: '+18007010710' },
} as const satisfies Record<string, HelpLine>;

/** How a telephone dials a ten-digit number written the American way. */
export function dialOf(shown: string): string {
  const digits = shown.replace(/\D/g, '');
  return digits.length === 10 ? `+1${digits}` : `+${digits}`;
}
