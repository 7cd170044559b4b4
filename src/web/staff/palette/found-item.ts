import type { searchCharts } from '#modules/chart/contract.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import type { PaletteItem } from './palette-item.ts';

type Found = AnswerOf<typeof searchCharts>['found'][number];

/** Whether this seat may open the chart: of a youth who is only known no more than that they are in the programme may be read. */
export const opensChart = ({ stage }: Found): boolean => stage !== 'known';

const born = (day: string | null) => (day === null ? undefined : `born ${day.slice(0, 4)}`);

function whereTo(found: Found): string | null {
  if (opensChart(found)) return `/app/youth/${found.chart}`;
  return found.referral ? `/app/referrals/${found.chart}` : null;
}

function knownWords({ holderName, referral }: Found): string {
  const held = `Known, held by ${holderName ?? 'another agency'}`;
  return referral ? `${held}; opens your referral` : held;
}

/**
 * A found youth, told from others of the same name by year of birth, county and care manager. One another agency holds
 * says so, and leads to the seat's own referral or nowhere.
 */
export function foundItem(found: Found): PaletteItem {
  const known = opensChart(found) ? undefined : knownWords(found);
  const other = found.legalName === found.name ? undefined : `legal name ${found.legalName}`;
  const way = found.by === 'family' ? 'found by a name in the family' : undefined;
  const note = [known, way, other, born(found.born), found.county, found.careManager].filter(Boolean).join(' · ');
  return { id: found.chart, label: found.name, note, href: whereTo(found) };
}
