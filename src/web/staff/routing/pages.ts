import type { StaffPage } from '../page.ts';

const found = import.meta.glob<{ pages: readonly StaffPage[] }>('../../../modules/*/pages/pages.ts', { eager: true });

/** Every page of every slice. */
export const pages: readonly StaffPage[] = Object.values(found).flatMap((file) => file.pages);

/** The navigation's lines for a seat with these permissions. */
export function navPages(
  offered: (permission: string | undefined) => boolean,
): readonly (StaffPage & Required<Pick<StaffPage, 'nav'>>)[] {
  return pages
    .flatMap((page) => (page.nav && offered(page.permission) ? [{ ...page, nav: page.nav }] : []))
    .sort((a, b) => a.nav.order - b.nav.order);
}
