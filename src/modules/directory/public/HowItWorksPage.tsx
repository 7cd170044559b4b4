import { HowToStart, OtherLanguages, WhoItIsFor } from './Explained.tsx';
import { Finder } from './Finder.tsx';
import { Frame } from './Frame.tsx';
import { ADDRESSES } from './languages.ts';
import { Say } from './Say.tsx';
import type { View } from './view.ts';

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
}

function Part({ id, title, texts }: PartProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {texts.map((text) => (
        <p key={text}>
          <Say text={text} />
        </p>
      ))}
    </section>
  );
}

function Yours({ view: { words } }: { readonly view: View }) {
  return (
    <section aria-labelledby="yours">
      <h2 id="yours">{words.how.yours.title}</h2>
      <ul className="plain">
        {words.how.yours.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Glossary({ view: { words } }: { readonly view: View }) {
  return (
    <section aria-labelledby="words">
      <h2 id="words">{words.how.words.title}</h2>
      <dl className="glossary">
        {words.how.words.items.map(({ word, means }) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>
              <Say text={means} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function HowItWorksPage({ view }: { readonly view: View }) {
  const { how } = view.words;
  const paths = { en: ADDRESSES.en.howItWorks, es: ADDRESSES.es.howItWorks };
  return (
    <Frame view={view} about={{ title: how.title, paths }}>
      <div className="bound article">
        <div className="article-text">
          <h1>{how.title}</h1>
          <p className="lead">{how.lead}</p>
          <Part id="what" title={how.what.title} texts={how.what.text} />
          <WhoItIsFor view={view} />
          <HowToStart view={view} />
          <Part id="next" title={how.next.title} texts={how.next.text} />
          <Yours view={view} />
          <OtherLanguages view={view} />
          <Glossary view={view} />
        </div>
        <div className="beside-text">
          <div className="urgent">
            <Part id="urgent" title={how.urgent.title} texts={[how.urgent.text]} />
          </div>
          <section className="card" aria-labelledby="find">
            <h2 id="find">{how.find}</h2>
            <Finder view={view} />
          </section>
        </div>
      </div>
    </Frame>
  );
}
