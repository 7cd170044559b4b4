import { CountyList } from './CountyList.tsx';
import { CountyMap } from './CountyMap.tsx';
import { Finder } from './Finder.tsx';
import { Frame } from './Frame.tsx';
import { ADDRESSES } from './languages.ts';
import { Say } from './Say.tsx';
import type { View } from './view.ts';

/** An address of a county that New Jersey does not have: still a way to find the right one. */
export function UnknownCountyPage({ view }: { readonly view: View }) {
  const { unknownCounty, nothing } = view.words;
  const paths = { en: ADDRESSES.en.home, es: ADDRESSES.es.home };
  return (
    <Frame view={view} about={{ title: unknownCounty.title, paths, passing: true }}>
      <div className="bound split">
        <div className="split-text">
          <h1>{unknownCounty.title}</h1>
          <p className="lead">{unknownCounty.text}</p>
          <p>
            <Say text={nothing.call} />
          </p>
          <Finder view={view} />
        </div>
        <CountyMap view={view} />
      </div>
      <CountyList view={view} />
    </Frame>
  );
}
