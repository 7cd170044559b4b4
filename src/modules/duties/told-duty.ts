import { type Duty, dutyKey, standingOf } from '#modules/policy/index.ts';
import { periodNamed } from '#modules/policy/periods.ts';
import type { Evaluation, ToldDuty } from '#modules/record/evaluation.ts';
import { day } from '#shared/calendar-day.ts';

const GONE: ToldDuty = { state: 'void', standing: 'void' };

/**
 * How duties are told to the person whose write changed them. A duty of each period goes by the first one nobody met: when
 * that is met it goes by another, and the period it went by before is told as met and not as ended.
 */
export function toldOf(duties: readonly Duty[]): Evaluation['told'] {
  return (key, { now, today }) => {
    const duty = duties.find((one) => dutyKey(one) === key);
    if (duty) return { state: duty.state, standing: standingOf(duty, now, day(today)) };
    const [rule, root, ...label] = key.split('#');
    const heir = duties.find((one) => one.pattern !== null && one.rule === rule && String(one.root) === root);
    if (!heir) return GONE;
    const period = periodNamed(heir, label.join('#'));
    const goesOn = heir.state === 'open' ? { now: dutyKey(heir) } : {};
    if (period?.state === 'met') return { state: 'met', standing: 'met', ...goesOn };
    if (period !== null || heir.state !== 'open') return GONE;
    return { state: heir.state, standing: standingOf(heir, now, day(today)), ...goesOn };
  };
}
