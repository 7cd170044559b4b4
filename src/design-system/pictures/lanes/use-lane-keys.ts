import { type KeyboardEvent, useRef, useState } from 'react';
import type { Lane } from './lane.ts';

interface Place {
  readonly lane: number;
  readonly item: number;
}

/** Where an arrow key leads: along the lane, or to the nearest lane with anything in it. `null` when nowhere. */
export function nextPlace(lanes: readonly Lane[], at: Place, key: string): Place | null {
  const count = (lane: number) => lanes[lane]?.items.length ?? 0;
  if (key === 'ArrowRight' && at.item + 1 < count(at.lane)) return { lane: at.lane, item: at.item + 1 };
  if (key === 'ArrowLeft' && at.item > 0) return { lane: at.lane, item: at.item - 1 };
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  const step = key === 'ArrowDown' ? 1 : -1;
  for (let lane = at.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    if (count(lane) > 0) return { lane, item: Math.min(at.item, count(lane) - 1) };
  }
  return null;
}

/** Arrow keys through the things in the lanes, with one stop for the tab key. */
export function useLaneKeys(lanes: readonly Lane[]) {
  const first = lanes.findIndex((lane) => lane.items.length > 0);
  const [stop, setStop] = useState<Place>({ lane: Math.max(0, first), item: 0 });
  const elements = useRef(new Map<string, SVGGElement>());
  const name = (lane: number, item: number) => `${lane}/${item}`;
  return {
    isStop: (lane: number, item: number) => stop.lane === lane && stop.item === item,
    moveTo: (lane: number, item: number) => setStop({ lane, item }),
    refFor: (lane: number, item: number) => (element: SVGGElement | null) => {
      if (element) elements.current.set(name(lane, item), element);
      else elements.current.delete(name(lane, item));
    },
    onKeyDown: (event: KeyboardEvent) => {
      const next = nextPlace(lanes, stop, event.key);
      if (next === null) return;
      event.preventDefault();
      elements.current.get(name(next.lane, next.item))?.focus();
    },
  };
}
