import { withinChart } from '#modules/chart/pages/frame/within-chart.ts';
import type { StaffPage } from '#web/staff/page.ts';

/** Notes of a chart: read, written, amended, withdrawn. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/youth/$chart/notes',
    title: 'Notes',
    permission: 'chart.read',
    within: withinChart,
    load: () => import('./notes-page.tsx'),
    soon: true,
  },
  {
    path: '/app/youth/$chart/notes/new',
    title: 'New note',
    permission: 'contact.record',
    within: withinChart,
    load: () => import('./new-note-page.tsx'),
    soon: true,
  },
  {
    path: '/app/youth/$chart/notes/$note/amend',
    title: 'Amend a note',
    permission: 'contact.record',
    within: withinChart,
    load: () => import('./amend-page.tsx'),
  },
];
