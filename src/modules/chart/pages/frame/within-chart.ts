import type { PageFrame } from '#web/staff/page.ts';

/** What stands around every part of a chart; its pages' addresses have a `$chart`. */
export const withinChart: PageFrame = { name: 'chart', load: () => import('./chart-frame.tsx') };
