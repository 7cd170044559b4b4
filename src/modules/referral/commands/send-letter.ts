import type { Command } from '#modules/record/command.ts';
import { notFound, wrongField } from '#modules/record/refusal.ts';
import { statement } from '#platform/database/db.ts';
import { day, type IsoDay } from '#shared/calendar-day.ts';
import type { LETTER_MEANS } from '../letter-text.ts';

const DECISION = statement(
  'referral.letter-decision',
  'select decided_on as "decidedOn" from kinfold.eligibility_decision where chart = $1 and id = $2',
);

export interface SentLetter {
  readonly decision: string;
  readonly on: string;
  readonly means: keyof typeof LETTER_MEANS;
  readonly language: 'en' | 'es';
}

/** Records that the letter of a decision went to the family: that it did, when and how. Sending it is done by people. */
export async function recordLetter(command: Command, letter: SentLetter): Promise<Record<string, never>> {
  const { decision, on, means, language } = letter;
  const { rows } = await command.db.query<{ decidedOn: string }>(DECISION, [command.existing().id, decision]);
  const [of] = rows;
  if (!of) throw notFound();
  if (day(on) > day(command.actor.today)) throw wrongField('on', 'has-not-happened');
  if (day(on) < day(of.decidedOn)) throw wrongField('on', 'before-the-decision');
  command.record({
    kind: 'referral.letter-sent',
    on: on as IsoDay,
    data: { decision, means, language },
    category: 'general',
    source: { table: 'eligibility_decision', id: decision },
  });
  command.detail('decision', decision);
  command.detail('means', means);
  return {};
}
