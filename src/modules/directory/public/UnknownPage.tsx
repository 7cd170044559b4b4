import { CountyList } from './CountyList.tsx';
import { CountyMap } from './CountyMap.tsx';
import { Finder } from './Finder.tsx';
import { Frame } from './Frame.tsx';
import { ADDRESSES } from './languages.ts';
import { Say } from './Say.tsx';
import type { View } from './view.ts';

interface UnknownPageProps {
  readonly view: View;
  /** What is not there: a county New Jersey does not have, or any other address. */
  readonly what: 'unknownCounty' | 'unknownPage';
}

/** An address that leads nowhere: still a way to find the right county. */
export function UnknownPage({ view, what }: UnknownPageProps) {
  const { [what]: said, nothing } = view.words;
  const paths = { en: ADDRESSES.en.home, es: ADDRESSES.es.home };
  return (
    <Frame view={view} about={{ title: said.title, paths, passing: true }}>
      <div className="bound split">
        <div className="split-text">
          <h1>{said.title}</h1>
          <p className="lead">{said.text}</p>
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
