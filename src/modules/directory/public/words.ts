import { english } from './english.ts';
import type { Language } from './languages.ts';
import { spanish } from './spanish.ts';

/** Every word of the public pages. A language that lacks one does not compile. */
export type Words = typeof english;

export const WORDS: Readonly<Record<Language, Words>> = { en: english, es: spanish };
