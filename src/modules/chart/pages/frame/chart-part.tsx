import type { ReactNode } from 'react';
import { WithPanel } from '#design-system/page/with-panel.tsx';
import { useRead } from '#web/staff/data/use-read.ts';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { type Overview, openChart } from '../../contract.ts';

export interface ChartPartProps {
  readonly children: (overview: Overview) => ReactNode;
  /** Beside the page: why something is owed. */
  readonly panel?: (overview: Overview) => ReactNode;
}

/** A part of a chart, below its header. Opening one looks at the chart again, unless that was a moment ago. */
export function ChartPart({ children, panel }: ChartPartProps) {
  const chart = usePageParam('chart');
  const { data } = useRead(openChart, { params: { chart } });
  // The frame shows no part before the chart is there, and says itself why it is not.
  if (!data) return null;
  return <WithPanel panel={panel?.(data)}>{children(data)}</WithPanel>;
}
