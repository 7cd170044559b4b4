import type { View } from './view.ts';

/** A plain GET form, so that an answer has an address and the back button works. */
export function Finder({ view: { words, addresses }, written }: { readonly view: View; readonly written?: string }) {
  const { label, hint, button } = words.finder;
  return (
    <search>
      <form className="finder" action={addresses.find} method="get">
        <label htmlFor="q">{label}</label>
        <div className="finder-row">
          <input
            id="q"
            name="q"
            type="text"
            defaultValue={written}
            maxLength={120}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="q-hint"
          />
          <button type="submit">{button}</button>
        </div>
        <p id="q-hint" className="hint">
          {hint}
        </p>
      </form>
    </search>
  );
}

/** The heading, the promise in two sentences, and the question. */
export function Opening({
  view,
  title,
  written,
}: {
  readonly view: View;
  readonly title?: string;
  readonly written?: string;
}) {
  const { finder } = view.words;
  return (
    <>
      <h1>{title ?? finder.title}</h1>
      <p className="lead">{finder.lead}</p>
      <Finder view={view} {...(written === undefined ? {} : { written })} />
    </>
  );
}
