import type { ApiError } from './api-error.ts';

const COUNTED = {
  en: (unit: 'second' | 'minute', count: number) => `${count} ${unit}${count === 1 ? '' : 's'}`,
  es: (unit: 'second' | 'minute', count: number) =>
    `${count} ${{ second: 'segundo', minute: 'minuto' }[unit]}${count === 1 ? '' : 's'}`,
} as const;

const WORDS = {
  en: {
    until: (long: string) => `Too many tries. Try again in ${long}; until then even the right one does not count.`,
    never:
      'Too many tries in a row: waiting opens it no more. Use a passkey, or ask your administrator for a new link.',
  },
  es: {
    until: (long: string) =>
      `Demasiados intentos. Inténtelo de nuevo en ${long}; hasta entonces ni el correcto cuenta.`,
    never:
      'Demasiados intentos seguidos: esperar ya no lo abre. Use una llave de acceso o pida un enlace nuevo a la administración.',
  },
} as const;

/** What somebody who tried too often is told: how long to wait, or that waiting is of no use. Null for any other refusal. */
export function waitWords({ problem }: ApiError, language: keyof typeof WORDS = 'en'): string | null {
  if (problem?.code !== 'too-many-attempts') return null;
  const seconds = problem['retryAfter'];
  const { until, never } = WORDS[language];
  if (typeof seconds !== 'number') return never;
  const counted = COUNTED[language];
  return until(seconds <= 90 ? counted('second', seconds) : counted('minute', Math.ceil(seconds / 60)));
}
