import { FilterPills } from '#design-system/lists/filter-pills.tsx';
import { useMay } from '#web/staff/session/use-may.ts';
import { words } from '../words.ts';
import { hrefOf, type ListWish, WHOSE_YOUTH } from './list-wish.ts';

/** Where the charts stand that this agency handed over. */
export const TRANSFERRED_HREF = '/app/youth/transferred';

const EVERYBODY: ListWish = { whose: 'mine', stage: null, quietDays: null, after: null };

export interface WhosePillsProps {
  /** The `href` of the list shown. */
  readonly current: string;
  /** What else the list is narrowed by; kept from one list of youth to another. */
  readonly wish?: ListWish;
}

/** Whose youth: mine, my team's, the agency's, and those who went to another. */
export function WhosePills({ current, wish = EVERYBODY }: WhosePillsProps) {
  const may = useMay();
  const left = may('chart.transferred') ? [{ label: words.youth.transferred, href: TRANSFERRED_HREF }] : [];
  const here = WHOSE_YOUTH.map((one) => ({
    label: words.youth[one],
    href: hrefOf({ ...wish, whose: one, after: null }),
  }));
  return <FilterPills label={words.youth.whose} pills={[...here, ...left]} current={current} />;
}
