import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CalendarDay } from '#shared/calendar-day.ts';
import { type DirectoryReader, newJerseyOf } from '../reader.ts';
import { CountyPage } from './CountyPage.tsx';
import { FindPage } from './FindPage.tsx';
import { HomePage } from './HomePage.tsx';
import { HowItWorksPage } from './HowItWorksPage.tsx';
import { ADDRESSES, LANGUAGES, type Language } from './languages.ts';
import { UnknownPage } from './UnknownPage.tsx';
import { type View, viewIn } from './view.ts';

export interface PublicAnswer {
  readonly status: number;
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PublicPage {
  /** With `:slug` for the part that varies. */
  readonly path: string;
  render(
    params: Readonly<Record<string, string>>,
    query: Readonly<Record<string, unknown>>,
    reader: DirectoryReader,
    today: CalendarDay,
  ): Promise<PublicAnswer>;
}

type Draw = (
  view: View,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, unknown>>,
) => { status?: number; page: ReactElement };

function publicPage(
  path: string,
  language: Language,
  draw: Draw,
  headers?: Readonly<Record<string, string>>,
): PublicPage {
  return {
    path,
    async render(params, query, reader, today) {
      const { status = 200, page } = draw(viewIn(language, await newJerseyOf(reader), today), params, query);
      return { status, html: `<!doctype html>${renderToStaticMarkup(page)}`, ...(headers ? { headers } : {}) };
    },
  };
}

/** Only the first `q` counts, and only as text. */
function writtenIn(query: Readonly<Record<string, unknown>>): string {
  const q = Array.isArray(query.q) ? query.q[0] : query.q;
  return typeof q === 'string' ? q.slice(0, 120) : '';
}

const drawHome: Draw = (view) => ({ page: <HomePage view={view} /> });
const drawHow: Draw = (view) => ({ page: <HowItWorksPage view={view} /> });
const drawFind: Draw = (view, _params, query) => ({ page: <FindPage view={view} written={writtenIn(query)} /> });
const drawCounty: Draw = (view, { slug }) => {
  const county = view.directory.counties.find((each) => each.slug === slug);
  return county
    ? { page: <CountyPage view={view} county={county} /> }
    : { status: 404, page: <UnknownPage view={view} what="unknownCounty" /> };
};

/** What somebody typed may be an address: no cache, here or on the way, keeps the answer. */
const NOT_KEPT = { 'cache-control': 'no-store' };

/** In the place of any other address, in the language it begins with. */
export const unknownPage = (path: string): PublicPage => {
  const language = LANGUAGES.find((one) => path === `/${one}` || path.startsWith(`/${one}/`)) ?? 'en';
  return publicPage(path, language, (view) => ({ status: 404, page: <UnknownPage view={view} what="unknownPage" /> }));
};

/** Every page that anybody may read, in each language. */
export const publicPages: readonly PublicPage[] = LANGUAGES.flatMap((language) => {
  const { home, find, county, howItWorks } = ADDRESSES[language];
  return [
    publicPage(home, language, drawHome),
    publicPage(find, language, drawFind, NOT_KEPT),
    publicPage(county(':slug'), language, drawCounty),
    publicPage(howItWorks, language, drawHow),
  ];
});
