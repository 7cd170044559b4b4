import { sayOperation } from './say-operation.ts';
import { AREAS } from './words.ts';

export interface Area {
  readonly group: string;
  readonly items: { readonly value: string; readonly label: string }[];
}

/** Events under the part of the work they belong to, parts and events by their words. A new sort of event has its own. */
export function byArea(events: readonly string[]): Area[] {
  const areas = new Map<string, { value: string; label: string }[]>();
  for (const value of events) {
    const [sort = ''] = value.split('.');
    const area = AREAS[sort] ?? sayOperation(sort);
    areas.set(area, [...(areas.get(area) ?? []), { value, label: sayOperation(value) }]);
  }
  return [...areas]
    .map(([group, items]) => ({ group, items: items.sort((a, b) => a.label.localeCompare(b.label)) }))
    .sort((a, b) => a.group.localeCompare(b.group));
}
