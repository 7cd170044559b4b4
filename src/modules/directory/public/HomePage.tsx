import { CountyList } from './CountyList.tsx';
import { CountyMap } from './CountyMap.tsx';
import { Facts, HowToStart, OtherLanguages, WhoItIsFor } from './Explained.tsx';
import { Opening } from './Finder.tsx';
import { Frame } from './Frame.tsx';
import { ADDRESSES } from './languages.ts';
import type { View } from './view.ts';

export function HomePage({ view }: { readonly view: View }) {
  const paths = { en: ADDRESSES.en.home, es: ADDRESSES.es.home };
  return (
    <Frame view={view} about={{ title: view.words.finder.title, paths }}>
      <div className="bound split">
        <div className="split-text">
          <Opening view={view} />
          <HowToStart view={view} />
        </div>
        <CountyMap view={view} />
      </div>
      <div className="band">
        <div className="bound">
          <Facts view={view} />
        </div>
      </div>
      <div className="bound pair">
        <WhoItIsFor view={view} />
        <OtherLanguages view={view} />
      </div>
      <CountyList view={view} />
    </Frame>
  );
}
