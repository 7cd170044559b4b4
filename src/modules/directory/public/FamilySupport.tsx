import { dialOf } from '../help-lines.ts';
import type { CountyCode } from '../model.ts';
import { agencyOf } from '../serving.ts';
import { Say, Telephone } from './Say.tsx';
import { countiesOf, type View } from './view.ts';

/** The Family Support Organization of a county: no referral needed, and honest where its address was not seen. */
export function FamilySupport({ view, county }: { readonly view: View; readonly county: CountyCode }) {
  const fso = agencyOf('fso', county, view.today, view.directory);
  if (fso === null) return null;
  const { words } = view;
  return (
    <section className="card quiet" aria-labelledby="family-support">
      <h2 id="family-support">{words.fso.title}</h2>
      <p>{words.fso.text(countiesOf(view, fso))}</p>
      <ul className="ways">
        {fso.website === null ? null : (
          <li>
            {words.fso.website}:{' '}
            <a href={fso.website} rel="noreferrer">
              {new URL(fso.website).host}
            </a>
          </li>
        )}
        {fso.phone === null ? null : (
          <li>
            {words.fso.warmline}: <Telephone line={{ shown: fso.phone, dial: dialOf(fso.phone) }} />
          </li>
        )}
        {fso.website === null && fso.phone === null ? (
          <li>
            <Say text={words.fso.unseen} />
          </li>
        ) : null}
      </ul>
    </section>
  );
}
