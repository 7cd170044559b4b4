import { english } from './english.ts';
import { spanish } from './spanish.ts';

/** Every word of the pages before signing in. A language that lacks one does not compile. */
export type DoorstepWords = typeof english;

export const DOORSTEP = { en: english, es: spanish } as const satisfies Record<string, DoorstepWords>;

/** A language in which these pages are whole. */
export type Language = keyof typeof DOORSTEP;
