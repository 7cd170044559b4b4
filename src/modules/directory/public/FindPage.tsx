import { findByText } from '../find-by-text.ts';
import { countiesServedBy } from '../serving.ts';
import { type Answer, answerTo, chosenBy } from './answer.ts';
import { CountyList } from './CountyList.tsx';
import { CountyMap } from './CountyMap.tsx';
import { Opening } from './Finder.tsx';
import { Frame } from './Frame.tsx';
import { ADDRESSES } from './languages.ts';
import { OrganizationCard } from './OrganizationCard.tsx';
import { Say } from './Say.tsx';
import { cmoOf, type View } from './view.ts';

function Message({ title, texts }: { readonly title: string; readonly texts: readonly string[] }) {
  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer">{title}</h2>
      {texts.map((text) => (
        <p key={text}>
          <Say text={text} />
        </p>
      ))}
    </section>
  );
}

function Choice({
  view,
  answer,
  guessed,
}: {
  readonly view: View;
  readonly answer: Extract<Answer, { kind: 'choice' }>;
  readonly guessed: boolean;
}) {
  const { words, addresses } = view;
  return (
    <section className="card" aria-labelledby="answer">
      <h2 id="answer">{words.choice.title}</h2>
      <p>{guessed ? words.choice.guessed : words.choice.lead}</p>
      <ul className="choices">
        {answer.matches.map(({ match, county }) => (
          <li key={`${county.code} ${match.name}`}>
            <a href={addresses.county(county.slug)}>
              {match.by === 'town' ? words.choice.town(match.name, county.name) : words.county(county.name)}
            </a>
            <span>{cmoOf(view, county.code)?.name}</span>
          </li>
        ))}
      </ul>
      <p className="hint">{words.organization.zipNote}</p>
    </section>
  );
}

function AnswerCard({
  view,
  answer,
  guessed,
}: {
  readonly view: View;
  readonly answer: Answer;
  readonly guessed: boolean;
}) {
  const { words } = view;
  switch (answer.kind) {
    case 'nothing-asked':
      return <Message title={words.empty.title} texts={[words.empty.text]} />;
    case 'elsewhere':
      return (
        <Message
          title={words.elsewhere.title(answer.state)}
          texts={[words.elsewhere.text, words.elsewhere.stillHere, words.elsewhere.crisis]}
        />
      );
    case 'not-found':
      return <Message title={words.nothing.title} texts={[words.nothing.text, words.nothing.call]} />;
    case 'choice':
      return <Choice view={view} answer={answer} guessed={guessed} />;
    case 'organization': {
      const { cmo, counties, by } = answer;
      return (
        <OrganizationCard
          view={view}
          cmo={cmo}
          counties={counties}
          understood={guessed ? by.name : undefined}
          zipNote={by.by !== 'county'}
        />
      );
    }
  }
}

export function FindPage({ view, written }: { readonly view: View; readonly written: string }) {
  const { directory, today } = view;
  const finding = findByText(written);
  const answer = answerTo(written, finding, view);
  const chosen = chosenBy(answer, (cmo) => countiesServedBy(cmo, today, directory).map(({ code }) => code));
  const title = answer.kind === 'organization' ? answer.cmo.name : view.words.finder.title;
  const paths = { en: ADDRESSES.en.find, es: ADDRESSES.es.find };
  const keep = written === '' ? '' : `?q=${encodeURIComponent(written)}`;
  return (
    <Frame view={view} about={{ title, paths, passing: true, keep }}>
      <div className="bound split">
        <div className={written === '' ? 'split-text' : 'split-text answered'}>
          <Opening view={view} written={written} />
          <AnswerCard view={view} answer={answer} guessed={finding.guessed} />
        </div>
        <CountyMap view={view} chosen={chosen} />
      </div>
      <CountyList view={view} />
    </Frame>
  );
}
