import type { County } from '../model.ts';
import { countiesServedBy } from '../serving.ts';
import { CountyList } from './CountyList.tsx';
import { CountyMap } from './CountyMap.tsx';
import { FamilySupport } from './FamilySupport.tsx';
import { Finder } from './Finder.tsx';
import { Frame } from './Frame.tsx';
import { ADDRESSES } from './languages.ts';
import { OrganizationCard } from './OrganizationCard.tsx';
import { Say } from './Say.tsx';
import { cmoOf, type View } from './view.ts';

/** One county's page: the address that a school, a doctor or a neighbour can pass on. */
export function CountyPage({ view, county }: { readonly view: View; readonly county: County }) {
  const { words, today, directory } = view;
  const cmo = cmoOf(view, county.code);
  const chosen = cmo ? countiesServedBy(cmo, today, directory).map(({ code }) => code) : [county.code];
  const title = words.countyTitle(county.name);
  const paths = { en: ADDRESSES.en.county(county.slug), es: ADDRESSES.es.county(county.slug) };
  return (
    <Frame view={view} about={{ title, description: cmo ? `${words.county(county.name)}: ${cmo.name}` : title, paths }}>
      <div className="bound split">
        <div className="split-text">
          <h1>{title}</h1>
          <p className="lead">{words.finder.lead}</p>
          {cmo ? (
            <OrganizationCard view={view} cmo={cmo} />
          ) : (
            <p className="card">
              <Say text={words.organization.none} />
            </p>
          )}
          <FamilySupport view={view} county={county.code} />
          <Finder view={view} />
        </div>
        <CountyMap view={view} chosen={chosen} current={county.code} />
      </div>
      <CountyList view={view} />
    </Frame>
  );
}
