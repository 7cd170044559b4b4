import type { ComponentType } from 'react';
import { HOME } from '../routing/home.ts';

/** One line of the navigation. */
export interface NavItem {
  readonly href: string;
  readonly label: string;
  /** Drawn in the bar at the foot of a phone; see `atTheFoot`. */
  readonly icon?: ComponentType<{ readonly size?: number; readonly 'aria-hidden'?: boolean }> | undefined;
  readonly count?: number | undefined;
}

/** The item whose part of the application an address lies in: the longest that matches. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  const bare = path.replace(/\/$/, '');
  // Home holds only itself: everything lies below its address.
  const within = (item: NavItem) => bare === item.href || (item.href !== HOME && bare.startsWith(`${item.href}/`));
  return items.filter(within).sort((a, b) => b.href.length - a.href.length)[0];
}

const PLACES = 4;

/** What stands in the bar at the foot of a phone: the first items with a picture, and always where the seat's day begins. */
export function atTheFoot(items: readonly NavItem[], begins: string): readonly NavItem[] {
  const pictured = items.filter(({ icon }) => icon);
  const first = pictured.slice(0, PLACES);
  const own = currentItem(pictured, begins);
  return own === undefined || first.includes(own) ? first : [own, ...first.slice(0, PLACES - 1)];
}
