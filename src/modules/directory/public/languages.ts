/** The languages in which the public pages are whole. */
export const LANGUAGES = ['en', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each public page's address, per language; a county's address is meant to be shared. */
export const ADDRESSES = {
  en: { home: '/', find: '/find', county: (slug: string) => `/county/${slug}`, howItWorks: '/how-it-works' },
  es: {
    home: '/es',
    find: '/es/encontrar',
    county: (slug: string) => `/es/condado/${slug}`,
    howItWorks: '/es/como-funciona',
  },
} as const satisfies Record<Language, unknown>;

/** Where staff and families sign in: the application's own page, in the browser's language, or in that of the page that leads there. */
export const SIGN_IN = { en: '/app/sign-in', es: '/app/sign-in?lang=es' } as const satisfies Record<Language, string>;

/** The seven languages New Jersey must serve besides English (P.L.2023, c.263), each by its own name. */
export const SERVED_LANGUAGES = [
  { code: 'es', name: 'Español' },
  { code: 'zh', name: '中文' },
  { code: 'pt', name: 'Português' },
  { code: 'ko', name: '한국어' },
  { code: 'gu', name: 'ગુજરાતી' },
  { code: 'ar', name: 'العربية' },
  { code: 'ht', name: 'Kreyòl ayisyen' },
] as const;
