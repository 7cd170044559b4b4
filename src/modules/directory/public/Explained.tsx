import { SERVED_LANGUAGES } from './languages.ts';
import { Say } from './Say.tsx';
import { Steps } from './Steps.tsx';
import type { View } from './view.ts';

export function Facts({ view: { words } }: { readonly view: View }) {
  return (
    <ul className="facts">
      {words.facts.map(({ title, text }) => (
        <li key={title}>
          <h2 className="fact-title">{title}</h2>
          <p>{text}</p>
        </li>
      ))}
    </ul>
  );
}

export function WhoItIsFor({ view: { words } }: { readonly view: View }) {
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.who.title}</h2>
      <ul className="plain">
        {words.who.items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

export function HowToStart({ view }: { readonly view: View }) {
  return (
    <section aria-labelledby="start">
      <h2 id="start">{view.words.start.title}</h2>
      <Steps view={view} organization={view.words.anyCmo} />
    </section>
  );
}

/** Each language's name in itself, so that its speakers recognize it. */
export function OtherLanguages({ view: { words } }: { readonly view: View }) {
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{words.languages.title}</h2>
      <p>
        <Say text={words.languages.text} />
      </p>
      <ul className="languages">
        {SERVED_LANGUAGES.map(({ code, name }) => (
          <li key={code} lang={code}>
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
