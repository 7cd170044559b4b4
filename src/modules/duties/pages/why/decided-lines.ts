import type { DecidedLine } from '#design-system/duties/why-panel.tsx';
import { dayInWords } from '#design-system/time/day-words.ts';
import { wallTime } from '#platform/clock/zoned-time.ts';
import type { AnswerOf } from '#platform/http/operation.ts';
import { ZONE } from '#web/staff/here.ts';
import type { explainDuty } from '../../contract.ts';
import { words } from '../words.ts';

type Decided = AnswerOf<typeof explainDuty>['decided'][number];

/** What people decided about a duty, newest last: what and for which period, who and when, and their own words. */
export function decidedLines(decided: readonly Decided[], today: string): DecidedLine[] {
  return decided.map((one) => {
    const { day, hour } = wallTime(one.at, ZONE);
    const what = one.period === null ? whatOf(one, today) : words.decided.ofPeriod(whatOf(one, today), one.period);
    const when = `${dayInWords(day, today)}, ${hour}`;
    return {
      what: one.setRight ? words.decided.setRight(what) : what,
      by: one.by === null ? when : `${one.by}, ${when}`,
      words: one.words,
    };
  });
}

function whatOf({ kind, on, to }: Decided, today: string): string {
  const { decided } = words;
  if (kind === 'delegated') return to === null ? decided.handedOn : decided.handedTo(to);
  if (kind === 'done-on') return decided.doneOn(on === null ? '' : dayInWords(on, today));
  return kind === 'exempted' ? decided.exempted : decided.takenBack;
}
