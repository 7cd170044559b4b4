import type { Overview } from '../contract.ts';
import { sayTelephone } from './say.ts';

/** How a way to reach somebody reads on one line; an address in its parts. */
export function pointWords(point: Overview['contactPoints'][number]): string {
  if (point.kind !== 'address') return sayTelephone(point.value);
  return [point.value, point.city, [point.state, point.zip].filter(Boolean).join(' '), point.county]
    .filter(Boolean)
    .join(', ');
}
