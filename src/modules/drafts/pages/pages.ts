import type { StaffPage } from '#web/staff/page.ts';

/** What one is still writing. */
export const pages: readonly StaffPage[] = [
  { path: '/app/drafts', title: 'What you are writing', load: () => import('./drafts-page.tsx') },
];
