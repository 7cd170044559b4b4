import type { CountyCode } from '../model.ts';
import { type CountyShape, MAP } from './county-shapes.ts';
import { mapTones } from './map-tones.ts';
import { cmoOf, type View } from './view.ts';

interface CountyProps {
  readonly view: View;
  readonly shape: CountyShape;
  readonly tone: number;
  readonly chosen: boolean;
  readonly current: boolean;
}

function CountyOnMap({ view, shape, tone, chosen, current }: CountyProps) {
  const county = view.directory.counties.find(({ name }) => name === shape.name);
  if (county === undefined) return null;
  const cmo = cmoOf(view, county.code);
  const label = [view.words.county(county.name), cmo?.name].filter(Boolean).join(': ');
  const [x, y] = shape.label;
  const className = ['county', `tone-${tone}`, chosen ? 'chosen' : '', shape.beside ? 'beside' : '']
    .filter(Boolean)
    .join(' ');
  return (
    <a
      href={view.addresses.county(county.slug)}
      className={className}
      aria-label={label}
      aria-current={current ? 'true' : undefined}
    >
      <path d={shape.path} />
      <text x={x} y={y}>
        {county.name}
      </text>
    </a>
  );
}

interface MapProps {
  readonly view: View;
  /** Counties to show as chosen: those of the organization that was found. */
  readonly chosen?: readonly CountyCode[];
  readonly current?: CountyCode;
}

/** New Jersey, each county a link. The same links stand as a list on the page, for whoever would rather read. */
export function CountyMap({ view, chosen = [], current }: MapProps) {
  const { words, directory } = view;
  const codeOf = (name: string) => directory.counties.find((county) => county.name === name)?.code ?? '';
  const tones = mapTones((name) => cmoOf(view, codeOf(name)));
  const organizations = new Set(
    directory.counties.map(({ code }) => cmoOf(view, code)?.id).filter((id) => id !== undefined),
  );
  // The chosen are drawn last, so that their outline lies above their neighbours'.
  const shapes = MAP.counties.toSorted(
    (a, b) => Number(chosen.includes(codeOf(a.name))) - Number(chosen.includes(codeOf(b.name))),
  );
  return (
    <section className="map" aria-label={words.map.label}>
      <a className="skip skip-map" href="#counties">
        {words.map.skip}
      </a>
      <svg viewBox={`0 0 ${MAP.width} ${MAP.height}`}>
        <title>{words.map.label}</title>
        {shapes.map((shape) => (
          <CountyOnMap
            key={shape.fips}
            view={view}
            shape={shape}
            tone={tones.get(shape.name) ?? 0}
            chosen={chosen.includes(codeOf(shape.name))}
            current={codeOf(shape.name) === current}
          />
        ))}
      </svg>
      <p className="map-caption">
        {words.map.caption(organizations.size, directory.counties.length)} <a href="#counties">{words.map.asList}</a>
      </p>
    </section>
  );
}
