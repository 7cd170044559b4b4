import { signal, useSignal } from '#web/staff/data/signal.ts';
import { DOORSTEP, type Language } from './doorstep-words/doorstep-words.ts';

const QUESTION = 'lang';

const isLanguage = (text: string | undefined | null): text is Language =>
  typeof text === 'string' && Object.hasOwn(DOORSTEP, text);

/** The first of a reader's languages in which these pages are whole; English for whoever reads none of them. */
export const languageOf = (reads: readonly string[]): Language =>
  reads.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'en';

/** The language an address asks for (`?lang=es`): how a choice is remembered, in nothing that a browser keeps. */
export function languageAsked(search: string): Language | null {
  const asked = new URLSearchParams(search).get(QUESTION);
  return isLanguage(asked) ? asked : null;
}

const asked = signal<Language | null>(null);

/** Another language for these pages from now on. The address says it, so that loading them anew or passing them on keeps it. */
export function chooseLanguage(language: Language): void {
  const address = new URL(location.href);
  address.searchParams.set(QUESTION, language);
  history.replaceState(history.state, '', address);
  asked.set(language);
}

/** The language these pages are read in: the one chosen, else that of whoever is written to (`usual`), else the browser's. */
export function useLanguage(usual?: Language): Language {
  return useSignal(asked) ?? languageAsked(location.search) ?? usual ?? languageOf(navigator.languages);
}

/** Its words. */
export const useDoorstepWords = (): (typeof DOORSTEP)[Language] => DOORSTEP[useLanguage()];
