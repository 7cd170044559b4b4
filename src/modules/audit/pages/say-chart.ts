import type { AuditRow } from '../contract.ts';
import { TRAIL } from './words.ts';

/** The event that is a search; whatever else showed several charts is a list. */
const SEARCHED = 'chart.searched';

/** How a chart was seen among others: "in a list". */
export const sayAmong = (event: string): string => (event === SEARCHED ? TRAIL.inSearch : TRAIL.inList);

type Row = Pick<AuditRow, 'chartNumber' | 'details' | 'event' | 'outcome'>;

/** Which chart a row is about. What was looked at among others is said so; `asked` is the number the reader asked for. */
export function sayChart({ chartNumber, details, event, outcome }: Row, asked: number | null): string {
  if (chartNumber !== null) return TRAIL.chartNo(chartNumber);
  const { charts } = details;
  if (!Array.isArray(charts) || charts.length === 0) return '';
  const among = outcome === 'done' ? TRAIL.amongSeveral : sayAmong(event);
  return asked === null ? among : `${TRAIL.chartNo(asked)}, ${among}`;
}
