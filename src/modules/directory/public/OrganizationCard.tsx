import { dialOf } from '../help-lines.ts';
import type { Agency, County } from '../model.ts';
import { Say, Telephone } from './Say.tsx';
import { Steps } from './Steps.tsx';
import { countiesOf, type View } from './view.ts';

const hostOf = (website: string) => new URL(website).host;

interface CardProps {
  readonly view: View;
  readonly cmo: Agency;
  /** The counties whose addresses to offer for sharing; none on a county's own page. */
  readonly counties?: readonly County[];
  /** What was understood, when it was completed or corrected. */
  readonly understood?: string | undefined;
  readonly zipNote?: boolean;
}

function Contact({ view: { words }, cmo }: Pick<CardProps, 'view' | 'cmo'>) {
  return (
    <dl className="contact">
      {cmo.website === null ? null : (
        <div>
          <dt>{words.organization.website}</dt>
          <dd>
            <a href={cmo.website} rel="noreferrer">
              {hostOf(cmo.website)}
            </a>
          </dd>
        </div>
      )}
      <div>
        <dt>{words.organization.office}</dt>
        <dd>
          {cmo.phone === null ? (
            <Say text={words.organization.noOffice} />
          ) : (
            <Telephone line={{ shown: cmo.phone, dial: dialOf(cmo.phone) }} />
          )}
        </dd>
      </div>
    </dl>
  );
}

function ShareLinks({
  view: { words, addresses },
  counties,
}: {
  readonly view: View;
  readonly counties: readonly County[];
}) {
  return (
    <p className="hint">
      {words.organization.share}{' '}
      {counties.map((county, at) => (
        <span key={county.code}>
          {at > 0 ? ', ' : ''}
          <a href={addresses.county(county.slug)}>{words.county(county.name)}</a>
        </span>
      ))}
      .
    </p>
  );
}

/** The organization that serves a county, how to start, and how to reach it as far as that was confirmed. */
export function OrganizationCard({ view, cmo, counties = [], understood, zipNote = false }: CardProps) {
  const { words } = view;
  return (
    <section className="card" aria-labelledby="organization">
      {understood === undefined ? null : <p className="understood">{words.understood(understood)}</p>}
      <p className="eyebrow">{countiesOf(view, cmo)}</p>
      <h2 id="organization">{cmo.name}</h2>
      <Steps view={view} organization={cmo.shortName} />
      <p className="first-call">{words.organization.firstCall(cmo.shortName)}</p>
      <Contact view={view} cmo={cmo} />
      {counties.length === 0 ? null : <ShareLinks view={view} counties={counties} />}
      {zipNote ? (
        <p className="hint">
          {words.organization.zipNote} <a href="#counties">{words.organization.anotherCounty}</a>
        </p>
      ) : null}
    </section>
  );
}
