import type { Command } from '#modules/record/command.ts';
import { wrongField } from '#modules/record/refusal.ts';
import { asJson } from '#modules/record/rows.ts';
import { ageOn, day, type IsoDay } from '#shared/calendar-day.ts';
import type { YouthFields } from '../model.ts';
import { liveFact } from './live-fact.ts';
import { rekey } from './rekey.ts';
import { revise } from './revise.ts';

/** Older than this is a slip of the pen, in years. */
const OLDEST_AGE = 110;

/** Changes what is known of the youth. A corrected birth day supersedes the fact, so that every age is counted anew. */
export async function changeYouth(
  command: Command,
  { base, ...youth }: YouthFields & { readonly id: string; readonly base: number },
): Promise<{ revision: number }> {
  const today = day(command.actor.today);
  if (youth.born !== null) {
    if (day(youth.born) > today) throw wrongField('born', 'has-not-happened');
    if (ageOn(day(youth.born), today) > OLDEST_AGE) throw wrongField('born', 'too-long-ago');
  }
  const { id: _write, ...yours } = youth;
  const columns = {
    legal_first: youth.legalFirst,
    legal_last: youth.legalLast,
    preferred_name: youth.preferredName,
    pronouns: youth.pronouns,
    gender: youth.gender,
    born: youth.born,
    born_estimated: youth.bornEstimated,
    languages: asJson(youth.languages),
    interpreter: youth.interpreter,
    race_ethnicity: youth.raceEthnicity,
    county: youth.county,
  };
  const revised = await revise(command, { table: 'youth', row: command.existing().id, base, columns, yours });
  recordBirthDay(command, youth);
  await rekey(command);
  return revised;
}

function recordBirthDay(command: Command, { born, bornEstimated }: YouthFields): void {
  const before = liveFact(command, ({ kind }) => kind === 'youth.born');
  if (born === null) {
    if (before) {
      const { kind, on, category, seq } = before;
      command.record({ kind, on, data: {}, category, supersedes: seq, withdraws: true });
    }
    return;
  }
  if (before && before.on === born && (before.data['estimated'] ?? false) === bornEstimated) return;
  command.record({
    kind: 'youth.born',
    on: born as IsoDay,
    data: { estimated: bornEstimated },
    category: 'general',
    ...(before ? { supersedes: before.seq } : {}),
  });
}
