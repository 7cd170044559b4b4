import type { ReactNode } from 'react';
import { ADDRESSES, LANGUAGES, type Language, SIGN_IN } from './languages.ts';
import { Say } from './Say.tsx';
import type { View } from './view.ts';
import { WORDS } from './words.ts';

/** What a page says about itself. Never what somebody typed: titles travel into histories and shared links. */
export interface About {
  readonly title: string;
  readonly description?: string;
  /** The page's address in each language, without what was asked. */
  readonly paths: Readonly<Record<Language, string>>;
  /** Answers to a question are not for search engines. */
  readonly passing?: boolean;
  /** What the language switch keeps, such as the question asked: `?q=…`. */
  readonly keep?: string;
}

function Head({ view: { language, words }, about }: { readonly view: View; readonly about: About }) {
  const title = `${about.title} · Kinfold`;
  const description = about.description ?? words.siteDescription;
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      {about.passing ? <meta name="robots" content="noindex" /> : null}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content="website" />
      <meta property="og:locale" content={language === 'es' ? 'es_US' : 'en_US'} />
      {LANGUAGES.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={about.paths[other]} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={about.paths.en} />
      <link
        rel="preload"
        href="/assets/fonts/atkinson-hyperlegible-next.woff2"
        as="font"
        type="font/woff2"
        crossOrigin=""
      />
      <link rel="stylesheet" href="/assets/public.css" />
      <link rel="icon" href="/assets/kinfold.svg" type="image/svg+xml" />
    </head>
  );
}

/** First on every page, and the one thing that is never scrolled past or folded away. */
function DangerBar({ view: { words } }: { readonly view: View }) {
  const { label, now, suicide, mobileResponse, abuse } = words.danger;
  return (
    <aside className="danger" aria-label={label}>
      <ul className="bound">
        {[now, suicide, mobileResponse, abuse].map((text) => (
          <li key={text}>
            <Say text={text} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Header({ view: { language, words, addresses }, about }: { readonly view: View; readonly about: About }) {
  const other = language === 'en' ? 'es' : 'en';
  const here = about.paths[language];
  return (
    <header className="header">
      <div className="bound header-row">
        <a className="brand" href={addresses.home}>
          Kinfold
        </a>
        <nav className="menu" aria-label={words.mainMenu}>
          <a href={addresses.howItWorks} aria-current={here === ADDRESSES[language].howItWorks ? 'page' : undefined}>
            {words.howItWorks}
          </a>
          <a href={`${about.paths[other]}${about.keep ?? ''}`} lang={other} hrefLang={other}>
            {WORDS[other].language}
          </a>
          <a href={SIGN_IN[language]}>{words.signIn}</a>
        </nav>
      </div>
    </header>
  );
}

export function Frame({
  view,
  about,
  children,
}: {
  readonly view: View;
  readonly about: About;
  readonly children: ReactNode;
}) {
  const { words, language } = view;
  return (
    <html lang={language}>
      <Head view={view} about={about} />
      <body>
        <a className="skip" href="#content">
          {words.skipToContent}
        </a>
        <DangerBar view={view} />
        <Header view={view} about={about} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer className="footer">
          <div className="bound">
            <p>{words.footer.about}</p>
            <p>
              <Say text={words.footer.sources} />
            </p>
          </div>
        </footer>
      </body>
    </html>
  );
}
