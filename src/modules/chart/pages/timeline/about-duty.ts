import type { ChartDuty } from '../../contract.ts';
import { codeOf, type Mark } from '../overview/marks.ts';

/** The duty that a decision is about ("a duty was exempted"); undefined for any other fact, and for a duty not known here. */
export function aboutDuty(mark: Mark, owed: readonly ChartDuty[]): ChartDuty | undefined {
  if (!mark.kind.startsWith('duty.')) return undefined;
  const chain = `${codeOf(mark, 'rule')}#${mark.data['root']}`;
  const item = codeOf(mark, 'item');
  return owed.find(({ key }) => key === (item ? `${chain}#${item}` : chain)) ?? owed.find(({ key }) => key === chain);
}
