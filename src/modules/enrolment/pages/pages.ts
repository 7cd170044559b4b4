import { IconScale } from '@tabler/icons-react';
import type { StaffPage } from '#web/staff/page.ts';

/** Who is accountable for whom, and the beginning of an enrolment. */
export const pages: readonly StaffPage[] = [
  {
    path: '/app/caseload',
    title: 'Caseload',
    permission: 'caseload.read',
    load: () => import('./board/board-page.tsx'),
    nav: { label: 'Caseload', order: 40, icon: IconScale },
  },
  {
    path: '/app/caseload/youth/$chart',
    title: 'Choose a care manager',
    permission: 'caseload.assign',
    load: () => import('./choose/choose-page.tsx'),
  },
  {
    path: '/app/caseload/move',
    title: 'Move a caseload',
    permission: 'caseload.assign',
    load: () => import('./move/move-page.tsx'),
  },
  {
    path: '/app/caseload/moves/$job',
    title: 'Charts being moved',
    permission: 'caseload.assign',
    load: () => import('./move/moving-page.tsx'),
  },
  {
    path: '/app/referrals/$chart/enrolment',
    title: 'Start enrolment',
    permission: 'enrolment.change',
    load: () => import('./start/start-page.tsx'),
  },
  {
    path: '/app/referrals/$chart/leave',
    title: 'Transfer or end',
    permission: 'enrolment.change',
    load: () => import('./leave/leave-page.tsx'),
  },
];
