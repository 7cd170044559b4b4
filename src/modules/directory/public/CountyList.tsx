import { Say } from './Say.tsx';
import { cmoOf, type View } from './view.ts';

/** The map as a list: every county with its organization. */
export function CountyList({ view }: { readonly view: View }) {
  const { words, directory, addresses } = view;
  return (
    <section className="band" aria-labelledby="counties">
      <div className="bound">
        <h2 id="counties" tabIndex={-1}>
          {words.list.title}
        </h2>
        <ul className="county-list">
          {directory.counties.map((county) => {
            const cmo = cmoOf(view, county.code);
            return (
              <li key={county.code}>
                <a href={addresses.county(county.slug)}>{county.name}</a>
                <span>{cmo ? cmo.name : <Say text={words.list.none} />}</span>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
