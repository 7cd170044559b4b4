import type { Agency } from '../model.ts';
import { MAP } from './county-shapes.ts';

/** How many quiet colours the stylesheet has for the areas of the map. */
const TONES = 4;

/**
 * A tone for each county, by name, such that one organization's counties share theirs and areas that touch differ.
 * Four are enough for New Jersey; were they not, the most seldom used would repeat.
 */
export function mapTones(servedBy: (countyName: string) => Agency | null): ReadonlyMap<string, number> {
  const areaOf = (name: string) => servedBy(name)?.id ?? `none ${name}`;
  const touching = new Map<number | string, Set<number | string>>();
  for (const { name, neighbors } of MAP.counties) {
    const others = touching.get(areaOf(name)) ?? new Set();
    for (const neighbor of neighbors) if (areaOf(neighbor) !== areaOf(name)) others.add(areaOf(neighbor));
    touching.set(areaOf(name), others);
  }
  const tones = new Map<number | string, number>();
  const byMostNeighbors = [...touching].sort(([, a], [, b]) => b.size - a.size);
  for (const [area, others] of byMostNeighbors) {
    const taken = new Set([...others].map((other) => tones.get(other)));
    const free = Array.from({ length: TONES }, (_, tone) => tone).find((tone) => !taken.has(tone));
    tones.set(area, free ?? 0);
  }
  return new Map(MAP.counties.map(({ name }) => [name, tones.get(areaOf(name)) ?? 0]));
}
