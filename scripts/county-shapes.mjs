/**
 * Draws the map of New Jersey: `node scripts/county-shapes.mjs` writes src/modules/directory/data/county-shapes.json.
 *
 * The borders come from us-atlas, a copy of the US Census Bureau's cartographic boundary files (public domain). A border
 * that two counties share is simplified once and used by both, so no gap or overlap can appear between them.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature, neighbors } from 'topojson-client';

const NEW_JERSEY = '34';
const HEIGHT = 640;
const MARGIN = 8;
/** How far, in drawn units, a simplified border may lie from the true one. */
const TOLERANCE = 0.35;
/** Labels that read better a little off the inmost point, and Hudson's, which only fits beside its county. */
const NUDGES = {
  Hudson: [12, 12],
  Passaic: [3, -5],
  'Cape May': [4, 14],
  Union: [-3, 1],
  Mercer: [2, -2],
  Camden: [-4, -6],
};
const BESIDE = new Set(['Hudson']);
/** Room to the right for a name that stands beside its county. */
const ROOM_BESIDE = 18;

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve('us-atlas/counties-10m.json'), 'utf8'));
const counties = atlas.objects.counties.geometries
  .filter((county) => String(county.id).startsWith(NEW_JERSEY))
  .sort((a, b) => a.properties.name.localeCompare(b.properties.name));
const collection = { type: 'GeometryCollection', geometries: counties };

/** Arcs as longitude and latitude: the file stores differences of whole numbers. */
function lngLatArcs({ arcs, transform }) {
  const [kx, ky] = transform.scale;
  const [dx, dy] = transform.translate;
  return arcs.map((arc) => {
    let x = 0;
    let y = 0;
    return arc.map(([stepX, stepY]) => {
      x += stepX;
      y += stepY;
      return [x * kx + dx, y * ky + dy];
    });
  });
}

/** Plain equirectangular, narrowed by the cosine of the middle latitude: right to a pixel at this size. */
function projection(points) {
  const lats = points.map(([, lat]) => lat);
  const lngs = points.map(([lng]) => lng);
  const [south, north, west] = [Math.min(...lats), Math.max(...lats), Math.min(...lngs)];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (HEIGHT - 2 * MARGIN) / (north - south);
  const project = ([lng, lat]) => [(lng - west) * narrow * scale + MARGIN, (north - lat) * scale + MARGIN];
  const width = Math.max(...points.map((point) => project(point)[0])) + MARGIN;
  return { project, width };
}

function distanceToSegment([px, py], [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length));
  return Math.hypot(px - (ax + along * (bx - ax)), py - (ay + along * (by - ay)));
}

/** Douglas and Peucker: keep the farthest point while it is farther than the tolerance. Ends always stay. */
function simplify(points) {
  if (points.length < 3) return points;
  const first = points[0];
  const last = points.at(-1);
  let farthest = 0;
  let index = 0;
  for (let i = 1; i < points.length - 1; i += 1) {
    const away = distanceToSegment(points[i], first, last);
    if (away > farthest) [farthest, index] = [away, i];
  }
  if (farthest <= TOLERANCE) return [first, last];
  return [...simplify(points.slice(0, index + 1)).slice(0, -1), ...simplify(points.slice(index))];
}

const area = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nextX, nextY] = ring[(i + 1) % ring.length];
      return sum + (x * nextY - nextX * y) / 2;
    }, 0),
  );

const inside = ([px, py], ring) =>
  ring.reduce((within, [x, y], i) => {
    const [beforeX, beforeY] = ring[(i + ring.length - 1) % ring.length];
    const crosses = y > py !== beforeY > py && px < ((beforeX - x) * (py - y)) / (beforeY - y) + x;
    return crosses ? !within : within;
  }, false);

/** The point farthest from every border, counting a step sideways as less than one up, since names are wide. */
function inmost(ring) {
  const flat = ring.map(([x, y]) => [x * 0.6, y]);
  let best = { away: -1, point: ring[0] };
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += 2) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += 2) {
      if (!inside([x, y], ring)) continue;
      const away = Math.min(...flat.map((a, i) => distanceToSegment([x * 0.6, y], a, flat[(i + 1) % flat.length])));
      if (away > best.away) best = { away, point: [x, y] };
    }
  }
  return best.point;
}

const tenth = (value) => Math.round(value * 10) / 10;
/** Absolute rounding first, steps after: rounding the steps would drift and open gaps between neighbours. */
function pathOf(rings) {
  return rings
    .map((ring) => {
      const points = ring.slice(0, -1).map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)]);
      const steps = points.slice(1).map(([x, y], i) => `${(x - points[i][0]) / 10},${(y - points[i][1]) / 10}`);
      return `M${points[0][0] / 10},${points[0][1] / 10}l${steps.join(' ')}z`;
    })
    .join('');
}

const arcs = lngLatArcs(atlas);
const used = new Set(counties.flatMap((county) => county.arcs.flat(Infinity)).map((arc) => (arc < 0 ? ~arc : arc)));
const { project, width } = projection([...used].flatMap((arc) => arcs[arc]));
const drawn = {
  type: 'Topology',
  objects: {},
  arcs: arcs.map((arc, i) => (used.has(i) ? simplify(arc.map(project)) : arc.slice(0, 2))),
};
const touching = neighbors(counties);

const shapes = feature(drawn, collection).features.map((county, i) => {
  const polygons = county.geometry.type === 'Polygon' ? [county.geometry.coordinates] : county.geometry.coordinates;
  const rings = polygons.flat().filter((ring) => ring.length > 3);
  const largest = rings.reduce((a, b) => (area(b) > area(a) ? b : a));
  const name = county.properties.name;
  const [x, y] = inmost(largest);
  const [nudgeX, nudgeY] = NUDGES[name] ?? [0, 0];
  return {
    name,
    fips: String(county.id),
    path: pathOf(rings),
    label: [tenth(x + nudgeX), tenth(y + nudgeY)],
    beside: BESIDE.has(name),
    neighbors: touching[i].map((j) => counties[j].properties.name),
  };
});

const file = new URL('../src/modules/directory/data/county-shapes.json', import.meta.url);
const source =
  'US Census Bureau cartographic boundaries by way of us-atlas 3.0.1 (public domain); made by scripts/county-shapes.mjs';
const head = JSON.stringify({ source, width: Math.ceil(width) + ROOM_BESIDE, height: HEIGHT }).slice(0, -1);
writeFileSync(file, `${head},"counties":[\n${shapes.map((shape) => JSON.stringify(shape)).join(',\n')}\n]}\n`);
console.log(`${shapes.length} counties, ${readFileSync(file).length} bytes`);
