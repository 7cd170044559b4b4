import { english } from './lock-english.ts';
import { spanish } from './lock-spanish.ts';

/** Every word of the locked screen. A language that lacks one does not compile. */
export type LockWords = typeof english;

/** By what whoever sits there is written to in. */
export const LOCK = { en: english, es: spanish } as const satisfies Record<string, LockWords>;

export type LockLanguage = keyof typeof LOCK;
