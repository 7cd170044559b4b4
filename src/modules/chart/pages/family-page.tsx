import FamilyTab from '#modules/youth/pages/family-tab.tsx';
import { usePageParam } from '#web/staff/routing/use-page.ts';
import { ChartPart } from './frame/chart-part.tsx';

/** Everybody around the youth, now and formerly, how each may be reached, and a form for each. */
export default function FamilyPage() {
  const chart = usePageParam('chart');
  return <ChartPart>{() => <FamilyTab chart={chart} />}</ChartPart>;
}
